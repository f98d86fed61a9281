namespace OrderToCash.Tax;

/// <summary>
/// The built-in engine: determination by rules, rates by tax point, computation by the seller's policy; sales tax by a table of
/// jurisdictions where both places are in the United States. It stores nothing: it remembers the <see cref="TaxRecord"/> of what
/// it committed as long as it lives, and hosts hand it those of before. What it has no record of it can't guard.
/// </summary>
/// <param name="rates">The rates by tax point.</param>
/// <param name="policy">What the seller chooses; null is the strict default.</param>
/// <param name="jurisdictions">States and their jurisdictions; null for sellers who do not sell there.</param>
/// <param name="records">What was recorded before; the last one of a document counts.</param>
public sealed class TaxEngine(ITaxRates rates, TaxDeterminationPolicy? policy = null, JurisdictionTable? jurisdictions = null,
    IEnumerable<TaxRecord>? records = null) : ITaxEngine
{
    private readonly Lock gate = new();
    private readonly Dictionary<TaxDocumentRef, TaxRecord> recorded = ByDocument(records ?? []);

    /// <summary>The name in <see cref="TaxAnswer.Engine"/>.</summary>
    public const string Name = "built-in";

    /// <summary>
    /// The tax of a document, or what stands against it: the refusals of <see cref="TaxDetermination.Determine"/> and
    /// <see cref="SalesTax.Compute"/>, below their lines; <see cref="TaxEngineErrors.PlaceMissing"/>. Pure.
    /// </summary>
    public Result<TaxAnswer> Quote(TaxEngineRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsAmerican(request) ? AmericanTax.Quote(request, jurisdictions ?? new()) : Determined(request);
    }

    /// <inheritdoc/>
    public ValueTask<Result<TaxAnswer>> QuoteAsync(TaxEngineRequest request, CancellationToken cancellationToken) =>
        new(Quote(request));

    /// <inheritdoc/>
    public ValueTask<Result<TaxAnswer>> CommitAsync(TaxCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new(Quote(commit.Request).Bind(a => a.Tax == commit.Tax
            ? Committed(a with { Transaction = commit.Key.Value })
            : Result.Failure<TaxAnswer>(TaxEngineErrors.CommitDiffers.With(("posted", commit.Tax), ("answered", a.Tax)))));
    }

    /// <summary>What is recorded of a document; null when nothing is.</summary>
    public TaxRecord? RecordOf(TaxDocumentRef document)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (gate) return recorded.GetValueOrDefault(document);
    }

    /// <inheritdoc/>
    public ValueTask<Result<TaxDocumentRef>> VoidAsync(TaxVoid request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (gate)
        {
            // Nothing recorded is nothing to take back.
            if (!recorded.TryGetValue(request.Document, out var record)) return new(Result.Success(request.Document));
            return new(record.Void(request).Map(after =>
            {
                recorded[request.Document] = after;
                return request.Document;
            }));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Result<TaxAnswer>> ReverseAsync(TaxReversal reversal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reversal);
        var isCredit = reversal.Request.Document.Kind == TaxDocumentKind.CreditNote;
        var wrong = reversal.Request.Lines.Where(l => l.Net.IsPositive || !isCredit)
            .Select(l => TaxEngineErrors.NotAReversal.At("lines", ("line", l.Key))).ToList();
        return new(wrong.Count > 0
            ? Result.Failure<TaxAnswer>(wrong)
            : Quote(reversal.Request).Map(a => a with { Transaction = reversal.Key.Value }).Bind(a => Reversed(reversal, a)));
    }

    private Result<TaxAnswer> Committed(TaxAnswer answer)
    {
        lock (gate)
        {
            if (!recorded.TryGetValue(answer.Document, out var record) || !record.VoidedBy.IsNone && record.Committed != answer)
                recorded[answer.Document] = new() { Committed = answer };
            return Result.Success(answer);
        }
    }

    private Result<TaxAnswer> Reversed(TaxReversal reversal, TaxAnswer answer)
    {
        lock (gate)
        {
            if (!recorded.TryGetValue(reversal.Original, out var record)) return Result.Success(answer);
            return record.Reverse(reversal, answer).Map(after =>
            {
                recorded[reversal.Original] = after;
                return answer;
            });
        }
    }

    private static Dictionary<TaxDocumentRef, TaxRecord> ByDocument(IEnumerable<TaxRecord> records)
    {
        var known = new Dictionary<TaxDocumentRef, TaxRecord>();
        foreach (var record in records) known[record.Committed.Document] = record;
        return known;
    }

    private static bool IsAmerican(TaxEngineRequest request) => request.Lines.Count > 0
        && request.Lines.All(l => l.Question.ShipFrom.Value == "US" && l.Question.ShipTo.Value == "US");

    private Result<TaxAnswer> Determined(TaxEngineRequest request)
    {
        var known = new Dictionary<TaxQuestion, Result<TaxTreatment>>();
        var (treatments, findings) = (new TaxTreatment[request.Lines.Count], new List<DomainError>());
        for (var i = 0; i < treatments.Length; i++)
        {
            var question = request.Lines[i].Question;
            if (!known.TryGetValue(question, out var answer))
                known[question] = answer = TaxDetermination.Determine(question, rates, policy);
            if (answer.IsSuccess) treatments[i] = answer.Value;
            else findings.AddRange(answer.Errors.Select(e => e.Below($"lines[{i}]")));
        }
        return findings.Count > 0 ? Result.Failure<TaxAnswer>(findings) : Result.Success(Computed(request, treatments));
    }

    private static TaxAnswer Computed(TaxEngineRequest request, TaxTreatment[] treatments)
    {
        var taxes = TaxShares.PerLine(request, treatments);
        var lines = new TaxAnswerLine[taxes.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, treatment) = (request.Lines[i], treatments[i]);
            lines[i] = new() { Key = line.Key, Net = line.Net, Tax = taxes[i], Treatment = treatment, Components = Parts(i) };
        }
        return new()
        {
            Document = request.Document,
            Engine = Name,
            Currency = request.Currency,
            Net = Money.Sum(request.Lines.Select(l => l.Net), request.Currency),
            Tax = Money.Sum(taxes, request.Currency),
            Lines = [.. lines],
        };

        EquatableArray<TaxComponent> Parts(int i) => treatments[i].Rate.Value == 0
            ? []
            : [new()
            {
                Jurisdiction = treatments[i].Territory.Length > 0 ? treatments[i].Territory : treatments[i].Country.Value,
                Rate = treatments[i].Rate,
                Taxable = request.Lines[i].Net,
                Tax = taxes[i],
            }];
    }
}
