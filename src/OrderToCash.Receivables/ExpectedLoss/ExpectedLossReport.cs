using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What of the receivables of a legal entity is expected not to come in, explained down to each item.</summary>
public sealed record ExpectedLossReport
{
    /// <summary>Whose receivables.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The last day of the period.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The version of the matrix.</summary>
    public required string Matrix { get; init; }

    /// <summary>The currency of the books.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The cells by class and bucket, then customers assessed by themselves.</summary>
    public required EquatableArray<ExpectedLossRow> Rows { get; init; }

    /// <summary>What the allowance shall be.</summary>
    [JsonIgnore]
    public Money Target => Money.Sum(Rows.Select(r => r.Amount), FunctionalCurrency);

    /// <summary>
    /// Assesses what was open on a day. Refuses all that <see cref="ProvisionMatrix.Check"/> finds, <c>expected-loss.no-class</c>
    /// for a class without rates, and <c>bad-rate</c>.
    /// </summary>
    /// <param name="items">The items; those of other legal entities do no harm.</param>
    /// <param name="facts">The day, classes and what is assessed apart.</param>
    /// <param name="matrix">The rates.</param>
    /// <param name="functionalCurrency">The currency of the books.</param>
    public static Result<ExpectedLossReport> Of(
        IEnumerable<OpenItem> items, ExpectedLossFacts facts, ProvisionMatrix matrix, Currency functionalCurrency)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(matrix);
        var findings = matrix.Check().ToList();
        for (var i = 0; i < facts.Classes.Count; i++)
            if (!matrix.Classes.Any(c => c.Class == facts.Classes[i].Class))
                findings.Add(ExpectedLossErrors.NoClass.At($"classes[{i}]",
                    ("class", facts.Classes[i].Class), ("customer", facts.Classes[i].Customer), ("matrix", matrix.Version)));
        for (var i = 0; i < facts.Specific.Count; i++)
            if (ProvisionMatrix.IsBad(facts.Specific[i].Rate))
                findings.Add(ProvisionMatrix.Bad($"specific[{i}].rate", facts.Specific[i].Rate));
        if (findings.Count > 0) return Result.Failure<ExpectedLossReport>(findings);
        return Result.Success(new ExpectedLossReport
        {
            LegalEntity = facts.LegalEntity, AsOf = facts.AsOf, Matrix = matrix.Version, FunctionalCurrency = functionalCurrency,
            Rows = new ExpectedLossWork(facts, matrix, functionalCurrency).Rows(items),
        });
    }
}
