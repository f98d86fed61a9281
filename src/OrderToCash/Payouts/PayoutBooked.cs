using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>A payout was booked.</summary>
public sealed record PayoutBooked
{
    /// <summary>The provider's number.</summary>
    public required PayoutId Payout { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>What was paid out.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate PaidOn { get; init; }

    /// <summary>The entry.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>What of our books it paid out.</summary>
    public EquatableArray<ExpectedMovement> Movements { get; init; }

    /// <summary>Who booked it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}
