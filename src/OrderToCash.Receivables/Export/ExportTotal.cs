namespace OrderToCash.Receivables;

/// <summary>
/// The control total of an export in one document currency. Debit and credit are equal in it, and over all currencies in the
/// functional currency.
/// </summary>
public sealed record ExportTotal
{
    /// <summary>How many lines are in this document currency.</summary>
    public required int Lines { get; init; }

    /// <summary>The sum of their debits.</summary>
    public required Money Debit { get; init; }

    /// <summary>The sum of their credits.</summary>
    public required Money Credit { get; init; }

    /// <summary>The sum of their debits in the functional currency.</summary>
    public required Money FunctionalDebit { get; init; }

    /// <summary>The sum of their credits in the functional currency.</summary>
    public required Money FunctionalCredit { get; init; }
}
