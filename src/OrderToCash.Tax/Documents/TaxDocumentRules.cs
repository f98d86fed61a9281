namespace OrderToCash.Tax;

/// <summary>What a document must keep to be computed; compiles the taxes of its lines on the way.</summary>
internal static class TaxDocumentRules
{
    private const int MaxFindings = 1_000;

    internal static EquatableArray<DomainError> Check(TaxDocument document, out TaxProgram[] programs)
    {
        programs = [];
        var findings = new List<DomainError>();
        CheckPolicies(document, findings);
        if (document.Lines.IsEmpty) findings.Add(TaxComputationErrors.DocumentEmpty.At("lines"));
        if (document.Lines.Count > TaxDocument.MaxLines)
        {
            findings.Add(TaxComputationErrors.TooManyLines.At("lines",
                ("lines", document.Lines.Count), ("limit", TaxDocument.MaxLines)));
            return findings.ToEquatableArray();
        }
        programs = new TaxProgram[document.Lines.Count];
        var compiler = new Compiler();
        for (var i = 0; i < programs.Length && findings.Count < MaxFindings; i++)
        {
            var line = document.Lines[i];
            if (line.Price.Currency != document.Currency)
                findings.Add(TaxComputationErrors.CurrencyMixed.At($"lines[{i}].price",
                    ("currency", line.Price.Currency), ("document", document.Currency)));
            if (line.Discount.Value is < 0 or > 100)
                findings.Add(TaxComputationErrors.DiscountOutOfRange.At($"lines[{i}].discount", ("discount", line.Discount)));
            if (compiler.Compile(line.Taxes, i, findings) is { } program) programs[i] = program;
        }
        return findings.ToEquatableArray();
    }

    internal static void CheckShare(DocumentShare share, Currency currency, string at, List<DomainError> findings)
    {
        if (!share.IsOne || share.Percentage is { Value: < 0 or > 100 })
            findings.Add(TaxComputationErrors.ShareOutOfRange.At(at, ("share", share), ("total", "the document")));
        if (share.Amount is { } amount && amount.Currency != currency)
            findings.Add(TaxComputationErrors.CurrencyMixed.At(at, ("currency", amount.Currency), ("document", currency)));
    }

    private static void CheckPolicies(TaxDocument document, List<DomainError> findings)
    {
        var currency = document.Currency;
        if (document.Discount is { } discount) CheckShare(discount, currency, "discount", findings);
        CheckStep(document.Step, currency, "step", findings);
        CheckStep(document.CashRounding?.Step, currency, "cashRounding.step", findings);
        if (document.CompanyRate is not { } rate)
        {
            CheckStep(document.CompanyStep, currency, "companyStep", findings);
            return;
        }
        if (rate.Base != currency && rate.Quote != currency)
            findings.Add(TaxComputationErrors.CompanyRateUnrelated.At("companyRate", ("rate", rate), ("document", currency)));
        CheckStep(document.CompanyStep, rate.Base == currency ? rate.Quote : rate.Base, "companyStep", findings);
    }

    private static void CheckStep(Money? step, Currency currency, string at, List<DomainError> findings)
    {
        if (step is { } given && (given.Currency != currency || !given.IsPositive))
            findings.Add(TaxComputationErrors.StepInvalid.At(at, ("step", given), ("currency", currency)));
    }

    // Neighbouring lines tend to have the same taxes, and a document few sets of them.
    private sealed class Compiler
    {
        private readonly Dictionary<EquatableArray<TaxDefinition>, TaxProgram?> programs = [];
        private readonly Dictionary<string, TaxDefinition> known = [];
        private EquatableArray<TaxDefinition> last;
        private TaxProgram? lastProgram = TaxProgram.None;

        internal TaxProgram? Compile(EquatableArray<TaxDefinition> taxes, int line, List<DomainError> findings)
        {
            if (taxes == last) return lastProgram;
            if (!programs.TryGetValue(taxes, out var program))
            {
                if (TaxProgram.Compile(taxes).TryGet(out program, out var errors)) CheckIds(program, line, findings);
                else findings.AddRange(errors.Select(e => e.Below($"lines[{line}]")));
                programs.Add(taxes, program);
            }
            (last, lastProgram) = (taxes, program);
            return program;
        }

        private void CheckIds(TaxProgram program, int line, List<DomainError> findings)
        {
            foreach (var definition in program.Flat)
                if (!known.TryAdd(definition.Id, definition) && known[definition.Id] != definition)
                    findings.Add(TaxComputationErrors.DefinitionConflict.At($"lines[{line}].taxes", ("tax", definition.Id)));
        }
    }
}
