namespace OrderToCash.Invoicing;

/// <summary>
/// Checks documents against EN 16931 (validation 1.3.16), Peppol BIS Billing 3 (May 2026) and XRechnung 3.0.2, without their
/// schematron: the same ids, the same verdicts, the term and the figures of each finding. What is left out, and why, is in
/// docs/reference/en16931.md.
/// </summary>
public static class En16931Rules
{
    /// <summary>
    /// Amounts, quantities, prices and rates beyond this (10^14) are not checked but refused: <c>O2C-RANGE</c>.
    /// </summary>
    public const decimal MaxValue = 100_000_000_000_000m;

    /// <summary>Every rule of every set, by id; one that speaks of several places stands once for each.</summary>
    public static EquatableArray<RuleDescription> All { get; } =
    [
        .. RuleTables.For(RuleSets.En16931 | RuleSets.Peppol | RuleSets.XRechnung | RuleSets.XRechnungExtension).Describe()
            .Append(new()
            {
                Rule = ExactnessRules.Range, Severity = RuleSeverity.Fatal, Sets = RuleSets.None, Term = "BG-22",
            })
            .Distinct().OrderBy(r => r.Rule, StringComparer.Ordinal).ThenBy(r => r.Term, StringComparer.Ordinal),
    ];

    /// <summary>
    /// All rules the document breaks; empty when it breaks none. O(lines), never throws for what stands in the document.
    /// </summary>
    /// <param name="document">The document, as it stood in a file or as it will be written.</param>
    /// <param name="options">What to check against; null takes the rules the document claims, and official verdicts.</param>
    public static EquatableArray<RuleFinding> Check(InvoiceDocument document, RuleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= RuleOptions.Official;
        if (ValueRange.FirstBeyond(document) is { } path) return [Beyond(path)];
        var sets = options.Sets ?? InvoiceProfile.SetsOf(document.SpecificationId);
        var facts = new DocumentFacts(document, sets);
        var check = new RuleCheck(RuleTables.For(sets), ref facts, options.Strictness);
        check.Run();
        return check.Findings;
    }

    /// <summary>True when a finding is fatal: a receiver would refuse the document.</summary>
    public static bool HasFatal(EquatableArray<RuleFinding> findings)
    {
        foreach (var finding in findings)
            if (finding.Severity == RuleSeverity.Fatal) return true;
        return false;
    }

    private static RuleFinding Beyond(string path) => new()
    {
        Rule = ExactnessRules.Range,
        Severity = RuleSeverity.Fatal,
        Term = "BG-22",
        Path = path,
        Message = "The value is beyond 10^14; nothing else was checked.",
    };
}
