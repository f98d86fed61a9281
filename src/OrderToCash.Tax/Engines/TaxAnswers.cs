namespace OrderToCash.Tax;

/// <summary>Says whether an engine's answer can be believed. Pure: whoever wrote the engine, the same laws hold.</summary>
public static class TaxAnswers
{
    /// <summary>
    /// The answer, or everything that is wrong with it. Lines: each asked one once
    /// (<see cref="TaxEngineErrors.LineMissing"/>, <see cref="TaxEngineErrors.LineDoubled"/>,
    /// <see cref="TaxEngineErrors.LineUnknown"/>), with its net (<see cref="TaxEngineErrors.NetChanged"/>), in the document's
    /// currency (<see cref="TaxEngineErrors.OtherCurrency"/>). Amounts: components add up to lines and lines to the document
    /// (<see cref="TaxEngineErrors.SumWrong"/>), tax has the sign of its base (<see cref="TaxEngineErrors.SignWrong"/>), no base
    /// goes beyond the net (<see cref="TaxEngineErrors.BaseWrong"/>), tax is base times rate to one minor unit a line, and per
    /// jurisdiction and rate to one for the document or half a one for each line (<see cref="TaxEngineErrors.AmountWrong"/>).
    /// Treatments agree with themselves, and their rate is the sum of the components'
    /// (<see cref="TaxEngineErrors.TreatmentWrong"/>). And it is about this document
    /// (<see cref="TaxEngineErrors.OtherDocument"/>). O(lines x components).
    /// </summary>
    public static Result<TaxAnswer> Verify(TaxEngineRequest request, TaxAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        try
        {
            return Result.Validated(answer, Findings(request, answer));
        }
        catch (OverflowException)
        {
            return Result.Failure<TaxAnswer>(TaxEngineErrors.SumWrong.With(
                ("sum", "document"), ("answered", answer.Tax), ("parts", "more than an amount can be")));
        }
    }

    private static List<DomainError> Findings(TaxEngineRequest request, TaxAnswer answer)
    {
        var findings = new List<DomainError>();
        if (answer.Document != request.Document)
            findings.Add(TaxEngineErrors.OtherDocument.At("document",
                ("answered", answer.Document), ("document", request.Document)));
        // Amounts in different currencies do not add up to anything: nothing else is looked at.
        foreach (var other in Currencies(answer).Where(c => c != request.Currency).Distinct())
            findings.Add(TaxEngineErrors.OtherCurrency.At("currency", ("answered", other), ("currency", request.Currency)));
        if (findings.Any(f => f.Code == TaxEngineErrors.OtherCurrency.Code)) return findings;
        CheckKeys(request, answer, findings);
        for (var i = 0; i < answer.Lines.Count; i++) CheckLine(answer.Lines[i], $"lines[{i}]", findings);
        CheckTotals(request, answer, findings);
        return findings;
    }

    private static IEnumerable<Currency> Currencies(TaxAnswer answer) => answer.Lines
        .SelectMany(l => l.Components.SelectMany(c => new[] { c.Taxable.Currency, c.Tax.Currency })
            .Concat([l.Net.Currency, l.Tax.Currency]))
        .Concat([answer.Currency, answer.Net.Currency, answer.Tax.Currency]);

    private static void CheckKeys(TaxEngineRequest request, TaxAnswer answer, List<DomainError> findings)
    {
        var asked = new Dictionary<string, TaxEngineLine>(StringComparer.Ordinal);
        foreach (var line in request.Lines) asked.TryAdd(line.Key, line);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < answer.Lines.Count; i++)
        {
            var line = answer.Lines[i];
            if (!seen.Add(line.Key)) findings.Add(TaxEngineErrors.LineDoubled.At($"lines[{i}]", ("line", line.Key)));
            else if (!asked.TryGetValue(line.Key, out var question))
                findings.Add(TaxEngineErrors.LineUnknown.At($"lines[{i}]", ("line", line.Key)));
            else if (question.Net != line.Net)
                findings.Add(TaxEngineErrors.NetChanged.At($"lines[{i}].net",
                    ("line", line.Key), ("answered", line.Net), ("net", question.Net)));
        }
        foreach (var line in request.Lines.Where(l => !seen.Contains(l.Key)))
            findings.Add(TaxEngineErrors.LineMissing.At("lines", ("line", line.Key)));
    }

    private static void CheckLine(TaxAnswerLine line, string target, List<DomainError> findings)
    {
        var parts = Money.Sum(line.Components.Select(c => c.Tax), line.Tax.Currency);
        if (parts != line.Tax)
            findings.Add(TaxEngineErrors.SumWrong.At($"{target}.tax",
                ("sum", "tax of the line"), ("answered", line.Tax), ("parts", parts)));
        foreach (var fault in line.Treatment.Check())
            findings.Add(TaxEngineErrors.TreatmentWrong.At($"{target}.treatment", ("line", line.Key), ("reason", fault.Message)));
        var rate = Percentage.Of(line.Components.Sum(c => c.Rate.Value));
        if (rate != line.Treatment.Rate)
            findings.Add(TaxEngineErrors.TreatmentWrong.At($"{target}.treatment",
                ("line", line.Key), ("reason", $"its rate is {line.Treatment.Rate}, that of its components {rate}")));
        foreach (var component in line.Components)
        {
            if (component.Tax.Sign * line.Net.Sign < 0 || component.Taxable.Sign * line.Net.Sign < 0 || component.Rate.Value < 0)
                findings.Add(TaxEngineErrors.SignWrong.At($"{target}.components",
                    ("line", line.Key), ("tax", component.Tax), ("base", line.Net)));
            if (component.Taxable.Abs() > line.Net.Abs())
                findings.Add(TaxEngineErrors.BaseWrong.At($"{target}.components", ("jurisdiction", component.Jurisdiction),
                    ("base", component.Taxable), ("line", line.Key), ("net", line.Net)));
            if (!IsProduct(component.Taxable, component.Rate, component.Tax, 1m))
                findings.Add(Wrong(target, component.Jurisdiction, component.Taxable, component.Rate, component.Tax));
        }
    }

    private static void CheckTotals(TaxEngineRequest request, TaxAnswer answer, List<DomainError> findings)
    {
        Add("net", "net of the document", answer.Net, Money.Sum(answer.Lines.Select(l => l.Net), request.Currency));
        Add("tax", "tax of the document", answer.Tax, Money.Sum(answer.Lines.Select(l => l.Tax), request.Currency));
        // Small deviations of many lines to one side are a wrong rate, not rounding.
        foreach (var group in answer.Lines.SelectMany(l => l.Components).GroupBy(c => (c.Jurisdiction, c.Rate)))
        {
            var taxable = Money.Sum(group.Select(c => c.Taxable), request.Currency);
            var tax = Money.Sum(group.Select(c => c.Tax), request.Currency);
            if (!IsProduct(taxable, group.Key.Rate, tax, Math.Max(1m, group.Count() * 0.5m)))
                findings.Add(Wrong("tax", group.Key.Jurisdiction, taxable, group.Key.Rate, tax));
        }

        void Add(string target, string sum, Money said, Money parts)
        {
            if (said != parts)
                findings.Add(TaxEngineErrors.SumWrong.At(target, ("sum", sum), ("answered", said), ("parts", parts)));
        }
    }

    // Within so many minor units of the exact product.
    private static bool IsProduct(Money taxable, Percentage rate, Money tax, decimal minorUnits) =>
        rate.Value <= 1_000 && Math.Abs(taxable.MinorUnits * rate.Fraction - tax.MinorUnits) <= minorUnits;

    private static DomainError Wrong(string target, string jurisdiction, Money taxable, Percentage rate, Money tax) =>
        TaxEngineErrors.AmountWrong.At(target, ("jurisdiction", jurisdiction), ("tax", tax), ("base", taxable), ("rate", rate));
}
