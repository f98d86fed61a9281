namespace OrderToCash.Tax;

/// <summary>
/// Sales tax of the United States from a table of jurisdictions: state, county, city and district, each with its own rates,
/// bands, thresholds and rounding. Half a cent goes away from zero. Pure: the same question and table have the same answer.
/// </summary>
public static class SalesTax
{
    /// <summary>
    /// The tax, or all that stands against it: <see cref="SalesTaxErrors.PlaceIncomplete"/>,
    /// <see cref="SalesTaxErrors.LineInvalid"/>, <see cref="SalesTaxErrors.StateUnknown"/>,
    /// <see cref="SalesTaxErrors.RateMissing"/>. A state the seller does not collect for is charged nothing. O(lines x rates).
    /// </summary>
    public static Result<SalesTaxAnswer> Compute(SalesTaxQuestion question, JurisdictionTable table)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(table);
        var findings = Findings(question);
        if (findings.Count > 0) return Result.Failure<SalesTaxAnswer>(findings);
        var empty = new SalesTaxAnswer { Currency = question.Currency };
        if (!question.CollectsIn.Contains(question.ShipTo.State))
            return Result.Success(empty with { Reason = $"the seller does not collect in {question.ShipTo.State}" });
        if (table.Find(question.ShipTo.State) is not { } state)
            return Result.Failure<SalesTaxAnswer>(
                SalesTaxErrors.StateUnknown.At("shipTo.state", ("state", question.ShipTo.State)));
        return new SalesTaxRun(question, table, state).Compute();
    }

    private static List<DomainError> Findings(SalesTaxQuestion question)
    {
        var findings = new List<DomainError>();
        foreach (var (place, name) in new[] { (question.ShipFrom, "shipFrom"), (question.ShipTo, "shipTo") })
        {
            if (place.State.Length != 2 || !place.State.All(char.IsAsciiLetterUpper))
                findings.Add(SalesTaxErrors.PlaceIncomplete.At($"{name}.state", ("field", "a state of two letters")));
            if (string.IsNullOrWhiteSpace(place.PostCode))
                findings.Add(SalesTaxErrors.PlaceIncomplete.At($"{name}.postCode", ("field", "a post code")));
        }
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < question.Lines.Count; i++)
        {
            var line = question.Lines[i];
            Wrong(i, line.Quantity <= 0, "its quantity is not above zero");
            Wrong(i, line.Net.Currency != question.Currency, $"its net is in {line.Net.Currency}");
            Wrong(i, line.Class.IsNone, "it has no class");
            Wrong(i, !keys.Add(line.Key), "another line has its key");
        }
        return findings;

        void Wrong(int i, bool isWrong, string reason)
        {
            if (isWrong)
                findings.Add(SalesTaxErrors.LineInvalid.At($"lines[{i}]", ("line", question.Lines[i].Key), ("reason", reason)));
        }
    }
}
