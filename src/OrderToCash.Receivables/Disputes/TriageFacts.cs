namespace OrderToCash.Receivables;

/// <summary>
/// What the house knows about a disputed invoice. A fact that is null is not known: then a claim that needs it is not decided.
/// Amounts include tax and are in the currency of the claim.
/// </summary>
public sealed record TriageFacts
{
    /// <summary>The lines of the invoice; those the claim names are looked at, all of them when it names none.</summary>
    public EquatableArray<TriageLine> Lines { get; init; }

    /// <summary>The number of another invoice for the same delivery; empty when it was looked for and there is none; null when
    /// nobody looked.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>
    /// What was credited on the invoice since by amount, not by quantity: it settles claims first. Null for nothing.
    /// </summary>
    public Money? CreditedByAmount { get; init; }

    /// <summary>What was promised as a credit, given or not.</summary>
    public Money? CreditPromised { get; init; }

    /// <summary>What of the invoice was paid and is not applied to it.</summary>
    public Money? PaidBefore { get; init; }

    /// <summary>The freight billed.</summary>
    public Money? FreightBilled { get; init; }

    /// <summary>The freight agreed; zero where we bear it.</summary>
    public Money? FreightAgreed { get; init; }

    /// <summary>The tax billed.</summary>
    public Money? TaxBilled { get; init; }

    /// <summary>The tax that is due by law.</summary>
    public Money? TaxDue { get; init; }

    /// <summary>The early-payment discount that was earned and not granted; zero when it was not earned.</summary>
    public Money? DiscountEarned { get; init; }
}
