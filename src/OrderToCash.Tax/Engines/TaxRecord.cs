namespace OrderToCash.Tax;

/// <summary>
/// What an engine has recorded of one document: the commit, the credits on it, the void. It guards what may still happen to it,
/// whoever wrote the engine; hosts keep it beside the document.
/// </summary>
public sealed record TaxRecord
{
    /// <summary>The answer that was committed.</summary>
    public required TaxAnswer Committed { get; init; }

    /// <summary>The credits on it, in the order they were recorded.</summary>
    public EquatableArray<TaxAnswer> Reversals { get; init; }

    /// <summary>The key of its void; none while it stands.</summary>
    public CommandId VoidedBy { get; init; }

    /// <summary>
    /// The record after a void; the same key again changes nothing. Refused with <see cref="TaxEngineErrors.OtherDocument"/>,
    /// <see cref="TaxEngineErrors.AlreadyVoided"/>, <see cref="TaxEngineErrors.HasReversals"/>.
    /// </summary>
    public Result<TaxRecord> Void(TaxVoid request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Document != Committed.Document) return Refuse(Other(request.Document));
        if (VoidedBy == request.Key) return Result.Success(this);
        if (!VoidedBy.IsNone) return Refuse(Gone());
        return Reversals.IsEmpty
            ? Result.Success(this with { VoidedBy = request.Key })
            : Refuse(TaxEngineErrors.HasReversals.With(("document", Committed.Document), ("count", Reversals.Count)));
    }

    /// <summary>
    /// The record after a credit; the same transaction again changes nothing. All credits together give back at most what was
    /// committed: in net, and in tax and per jurisdiction and rate but for one minor unit a credit, which rounding needs.
    /// Refused with <see cref="TaxEngineErrors.OtherDocument"/>,
    /// <see cref="TaxEngineErrors.AlreadyVoided"/>, <see cref="TaxEngineErrors.OtherCurrency"/>,
    /// <see cref="TaxEngineErrors.NotAReversal"/>, <see cref="TaxEngineErrors.ReversedTooMuch"/>.
    /// </summary>
    /// <param name="reversal">What was asked.</param>
    /// <param name="answer">What the engine says it records.</param>
    public Result<TaxRecord> Reverse(TaxReversal reversal, TaxAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(reversal);
        ArgumentNullException.ThrowIfNull(answer);
        if (reversal.Original != Committed.Document) return Refuse(Other(reversal.Original));
        if (Reversals.Any(r => r.Document == answer.Document && r.Transaction == answer.Transaction && r.Tax == answer.Tax))
            return Result.Success(this);
        if (!VoidedBy.IsNone) return Refuse(Gone());
        if (answer.Currency != Committed.Currency)
            return Refuse(TaxEngineErrors.OtherCurrency.At("currency",
                ("answered", answer.Currency), ("currency", Committed.Currency)));
        var rising = answer.Lines.Where(l => l.Net.IsPositive || l.Tax.IsPositive).Select(l =>
            TaxEngineErrors.NotAReversal.At("lines", ("line", l.Key))).ToArray();
        if (rising.Length > 0) return Result.Failure<TaxRecord>(rising);
        var after = this with { Reversals = Reversals.Add(answer) };
        return Result.Validated(after, after.Excesses().ToArray());
    }

    private IEnumerable<DomainError> Excesses()
    {
        var currency = Committed.Currency;
        var cents = Reversals.Count;
        if (Excess(Committed.Net, Money.Sum(Reversals.Select(r => r.Net), currency), 0) is { } net)
            yield return TooMuch("net", net);
        if (Excess(Committed.Tax, Money.Sum(Reversals.Select(r => r.Tax), currency), cents) is { } tax)
            yield return TooMuch("tax", tax);
        foreach (var group in Reversals.SelectMany(r => r.Lines).SelectMany(l => l.Components).GroupBy(c => (c.Jurisdiction,
            c.Rate)))
        {
            var committed = Committed.Lines.SelectMany(l => l.Components)
                .Where(c => (c.Jurisdiction, c.Rate) == group.Key).Select(c => c.Tax);
            if (Excess(Money.Sum(committed, currency), Money.Sum(group.Select(c => c.Tax), currency), cents) is { } left)
                yield return TooMuch($"tax of {group.Key.Jurisdiction} at {group.Key.Rate}", left);
        }
    }

    // What would be beyond nothing; null when all is well.
    private static Money? Excess(Money committed, Money reversed, int minorUnits)
    {
        var left = committed + reversed;
        return left.Sign == committed.Sign || Math.Abs(left.MinorUnits) <= minorUnits ? null : left;
    }

    private DomainError TooMuch(string what, Money left) => TaxEngineErrors.ReversedTooMuch.At("lines",
        ("document", Committed.Document), ("what", what), ("excess", left));

    private DomainError Gone() => TaxEngineErrors.AlreadyVoided.With(("document", Committed.Document), ("key", VoidedBy));

    private DomainError Other(TaxDocumentRef document) => TaxEngineErrors.OtherDocument.At("document",
        ("answered", document), ("document", Committed.Document));

    private static Result<TaxRecord> Refuse(DomainError error) => Result.Failure<TaxRecord>(error);
}
