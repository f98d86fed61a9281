namespace OrderToCash.Matching;

/// <summary>What money on account settles when the payer says nothing: which debt, and which part of it.</summary>
public sealed record ImputationPolicy
{
    /// <summary>Which debt.</summary>
    public required DebtOrder Debts { get; init; }

    /// <summary>Which part of it.</summary>
    public required ComponentOrder Components { get; init; }

    /// <summary>German law without an agreement: sections 366 and 367 BGB.</summary>
    public static ImputationPolicy GermanLaw { get; } =
        new() { Debts = DebtOrder.LegalOrder, Components = ComponentOrder.CostsInterestPrincipal };
}
