namespace OrderToCash;

/// <summary>
/// What the payouts to a legal entity have in common: each booking changes it, so that of two at the same moment the second looks
/// at the books again.
/// </summary>
public sealed record PayoutRegister
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>How many were booked.</summary>
    public required int Payouts { get; init; }

    /// <summary>The last one.</summary>
    public required PayoutId Last { get; init; }

    /// <summary>The day it was paid out.</summary>
    public required LocalDate LastPaidOn { get; init; }

    /// <summary>The register after the first payout.</summary>
    public static PayoutRegister From(PayoutBooked first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { LegalEntity = first.LegalEntity, Payouts = 1, Last = first.Payout, LastPaidOn = first.PaidOn };
    }

    /// <summary>The register after another payout.</summary>
    /// <exception cref="ArgumentException">The payout is another legal entity's.</exception>
    public PayoutRegister Apply(PayoutBooked booked)
    {
        ArgumentNullException.ThrowIfNull(booked);
        return booked.LegalEntity == LegalEntity
            ? this with { Payouts = Payouts + 1, Last = booked.Payout, LastPaidOn = booked.PaidOn }
            : throw new ArgumentException($"The payout is {booked.LegalEntity}'s, not {LegalEntity}'s.", nameof(booked));
    }
}
