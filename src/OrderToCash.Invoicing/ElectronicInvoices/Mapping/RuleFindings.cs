namespace OrderToCash.Invoicing;

/// <summary>Findings as refusals.</summary>
internal static class RuleFindings
{
    internal static DomainError AsError(RuleFinding finding) => InvoiceDocumentErrors.RuleBroken.At(finding.Path,
        ("rule", finding.Rule), ("term", finding.Term), ("message", finding.Message));
}
