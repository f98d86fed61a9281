namespace OrderToCash.Receivables;

/// <summary>The last assessment of a legal entity: periods are assessed one after the other.</summary>
public sealed record ExpectedLossAccount
{
    /// <summary>Whose receivables.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The last assessment; null before the first one.</summary>
    public ExpectedLossReport? Last { get; init; }

    /// <summary>The entry of the last assessment that posted one.</summary>
    public JournalEntryId Entry { get; init; }

    /// <summary>The account before anything was assessed.</summary>
    public static ExpectedLossAccount Empty(LegalEntityId legalEntity) => new() { LegalEntity = legalEntity };

    /// <summary>
    /// Takes an assessment. Nothing happens when the same one was taken and the allowance is what it says. Refuses
    /// <c>expected-loss.other-legal-entity</c>, <c>before-last</c>.
    /// </summary>
    /// <param name="report">The assessment.</param>
    /// <param name="current">The credit balance of <c>contra.allowance</c> on its day.</param>
    /// <param name="entry">The id of the entry that will adjust it, see <see cref="Ledger.AdjustAllowance"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<ExpectedLossAccount, ExpectedLossAssessed>> Assess(
        ExpectedLossReport report, Money current, JournalEntryId entry, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.LegalEntity != LegalEntity)
            return Result.Failure<Decision<ExpectedLossAccount, ExpectedLossAssessed>>(ExpectedLossErrors.OtherLegalEntity.With(
                ("given", report.LegalEntity), ("expected", LegalEntity)));
        if (report.AsOf < Last?.AsOf)
            return Result.Failure<Decision<ExpectedLossAccount, ExpectedLossAssessed>>(ExpectedLossErrors.BeforeLast.At("asOf",
                ("date", report.AsOf), ("last", Last.AsOf)));
        if (report == Last && current == report.Target)
            return Decision.Of<ExpectedLossAccount, ExpectedLossAssessed>(this, (s, e) => s.Apply(e));
        return Decision.Of(this, (s, e) => s.Apply(e), new ExpectedLossAssessed
        {
            Report = report, Before = current, Entry = current == report.Target ? default : entry, By = by, At = at,
        });
    }

    /// <summary>The state after an event.</summary>
    public ExpectedLossAccount Apply(ExpectedLossAssessed e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return this with { Last = e.Report, Entry = e.Entry.IsNone ? Entry : e.Entry };
    }

    /// <summary>Every broken rule of a stored account, as <see cref="ExpectedLossErrors.StateBroken"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (LegalEntity.IsNone || (Last is { } last && last.LegalEntity != LegalEntity))
            Broken("legalEntity", "it is of other books");
        foreach (var row in Last?.Rows ?? [])
            if (row.Amount != Money.Sum(row.Lines.Select(l => l.Amount), row.Amount.Currency))
                Broken("last.rows", "the items of a row add up to another amount");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(ExpectedLossErrors.StateBroken.At(target, ("legalEntity", LegalEntity), ("what", what)));
    }
}
