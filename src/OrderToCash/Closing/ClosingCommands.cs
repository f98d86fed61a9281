using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Assesses expected losses at the end of a period and brings the allowance to what is expected.</summary>
public sealed record AssessExpectedLoss : Command
{
    /// <summary>
    /// The day and what the books do not know: classes, covers, customers assessed by themselves. Debtors with an insolvency
    /// case are added by themselves, with what their case says is secured.
    /// </summary>
    public required ExpectedLossFacts Facts { get; init; }
}
