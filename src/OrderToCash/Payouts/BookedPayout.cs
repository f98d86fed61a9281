using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>A payout that was booked: the books know it so that it is not booked again.</summary>
public sealed record BookedPayout
{
    /// <summary>The provider's number.</summary>
    public required PayoutId Id { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>What was paid out.</summary>
    public required Money Amount { get; init; }

    /// <summary>The entry.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>What of our books it paid out; empty in what was stored before that was kept.</summary>
    public EquatableArray<ExpectedMovement> Movements { get; init; }

    /// <summary>The payout that this event makes.</summary>
    public static BookedPayout From(PayoutBooked booked)
    {
        ArgumentNullException.ThrowIfNull(booked);
        return new()
        {
            Id = booked.Payout, LegalEntity = booked.LegalEntity, Provider = booked.Provider, Amount = booked.Amount,
            Entry = booked.Entry, Movements = booked.Movements,
        };
    }
}
