namespace OrderToCash.Collections;

public sealed partial record DunningCase
{
    /// <summary>Executes a customer's first letter.</summary>
    /// <remarks>Finds everything at once: <c>dunning.letter-without-lines</c>, <c>dunning.line-twice</c>,
    /// <c>dunning.plan-stale</c>.</remarks>
    public static Result<Decision<DunningCase, DunningEvent>> Open(DunningLetter letter, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var none = new DunningCase { LegalEntity = letter.LegalEntity, Customer = letter.Customer, Items = [] };
        return none.Execute(letter, by, at);
    }

    /// <summary>
    /// Executes a letter of a plan: once per instalment, level and cycle. Lines that were executed already are left out, and
    /// nothing happens when that is all of them, so a run that broke off is simply run again.
    /// </summary>
    /// <remarks>Finds everything at once: <c>dunning.letter-without-lines</c>, <c>dunning.line-twice</c>,
    /// <c>dunning.plan-stale</c> (an instalment was cured, restored or dunned otherwise since the plan was made).</remarks>
    /// <exception cref="ArgumentException">The letter is for another customer or legal entity.</exception>
    public Result<Decision<DunningCase, DunningEvent>> Execute(DunningLetter letter, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (letter.Customer != Customer || letter.LegalEntity != LegalEntity)
            throw new ArgumentException($"The letter is for {letter.LegalEntity}/{letter.Customer}.", nameof(letter));
        var (findings, fresh) = (new List<DomainError>(), new List<DunningLetterLine>());
        var (places, seen) = (Places(), new HashSet<OpenItemId>());
        if (letter.Lines.IsEmpty) findings.Add(DunningErrors.LetterWithoutLines.At("lines"));
        for (var i = 0; i < letter.Lines.Count; i++)
        {
            var line = letter.Lines[i];
            var before = places.TryGetValue(line.Item, out var place) ? Items[place] : null;
            if (!seen.Add(line.Item)) findings.Add(DunningErrors.LineTwice.At($"lines[{i}]", ("item", line.Item)));
            else if (before is not null && before.Has(line.Level, line.Cycle)) continue;
            else if (Follows(line, before)) fresh.Add(line);
            else
                findings.Add(DunningErrors.PlanStale.At($"lines[{i}]",
                    ("item", line.Item), ("level", line.Level), ("cycle", line.Cycle)));
        }
        if (findings.Count > 0) return Result.Failure<Decision<DunningCase, DunningEvent>>(findings);
        return fresh.Count == 0 ? Happened() : Happened(new LevelReached
        {
            LegalEntity = LegalEntity, Customer = Customer,
            Letter = fresh.Count == letter.Lines.Count ? letter : Only(letter, fresh),
            By = by, At = at,
        });
    }

    /// <summary>
    /// Takes instalments out of dunning because they were settled. Nothing happens for those that are out already.
    /// </summary>
    /// <remarks>Refused: <c>dunning.item-unknown</c>, for each item that was never dunned.</remarks>
    public Result<Decision<DunningCase, DunningEvent>> Cure(
        EquatableArray<OpenItemId> items, LocalDate on, Actor by, Instant at) =>
        Known(items, dunned => dunned.CuredOn is null).Bind(known => known.IsEmpty
            ? Happened()
            : Happened(new DunningCured
            {
                LegalEntity = LegalEntity, Customer = Customer, Items = known, On = on, By = by, At = at,
            }));

    /// <summary>
    /// Puts cured instalments back to the level they had, because the payment came back: they do not start again at the first
    /// level. Nothing happens for those that are in dunning.
    /// </summary>
    /// <remarks>Refused: <c>dunning.item-unknown</c>, for each item that was never dunned.</remarks>
    public Result<Decision<DunningCase, DunningEvent>> Restore(
        EquatableArray<OpenItemId> items, LocalDate on, Actor by, Instant at) =>
        Known(items, dunned => dunned.CuredOn is not null).Bind(known => known.IsEmpty
            ? Happened()
            : Happened(new DunningRestored
            {
                LegalEntity = LegalEntity, Customer = Customer, Items = known, On = on, By = by, At = at,
            }));

    private static bool Follows(DunningLetterLine line, DunnedItem? before)
    {
        if (line.PreviousLevel != before?.CurrentLevel || line.Level <= line.PreviousLevel) return false;
        var cycle = before is null ? 1 : before.CuredOn is null ? before.Cycle : before.Cycle + 1;
        return line.Cycle == cycle;
    }

    // The fee was asked for by the letter that carried the other lines.
    private static DunningLetter Only(DunningLetter letter, List<DunningLetterLine> lines) => letter with
    {
        Lines = lines.ToEquatableArray(),
        AmountDue = Money.Sum(lines.Select(l => l.Amount), letter.AmountDue.Currency),
        Fee = Money.Zero(letter.Fee.Currency),
    };

    private Result<EquatableArray<OpenItemId>> Known(EquatableArray<OpenItemId> items, Predicate<DunnedItem> changes)
    {
        var (places, findings, known) = (Places(), new List<DomainError>(), new HashSet<OpenItemId>());
        for (var i = 0; i < items.Count; i++)
        {
            if (!places.TryGetValue(items[i], out var place))
                findings.Add(DunningErrors.ItemUnknown.At($"items[{i}]", ("item", items[i])));
            else if (changes(Items[place])) known.Add(items[i]);
        }
        return Result.Validated(items.Where(known.Remove).ToEquatableArray(), findings);
    }

    private Result<Decision<DunningCase, DunningEvent>> Happened(params ReadOnlySpan<DunningEvent> events) =>
        Decision.Of(this, (s, e) => s.Apply(e), events);
}
