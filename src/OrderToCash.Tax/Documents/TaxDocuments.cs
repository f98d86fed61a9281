namespace OrderToCash.Tax;

/// <summary>
/// Computes documents from definitions: totals, taxes and lines that add up, document discounts, down payments, cash
/// rounding, and a second currency. Pure; O(lines) and one sort where a difference of rounding is given back to the lines.
/// </summary>
public static class TaxDocuments
{
    /// <summary>
    /// The taxes of a document, or all findings: the codes of <see cref="TaxDocument.Check"/>,
    /// <see cref="TaxComputationErrors.ShareOutOfRange"/> where the discount is more than can be discounted, and
    /// <see cref="TaxComputationErrors.AmountTooLarge"/>.
    /// </summary>
    public static Result<TaxedDocument> Compute(TaxDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Guarded(document, static (_, lines, scale) => Result.Success(lines));
    }

    /// <summary>
    /// The down payment of a share of a document: its bases in proportion, amounts per quantity as part of the net, and its total
    /// exactly the share. The document's own discount is in it; a cash rounding is made on the down payment itself. What is left
    /// after all down payments is <see cref="TaxedDocument.Less"/>. Codes as <see cref="Compute"/>.
    /// </summary>
    public static Result<TaxedDocument> DownPayment(TaxDocument document, DocumentShare share)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(share);
        var findings = new List<DomainError>();
        TaxDocumentRules.CheckShare(share, document.Currency, "share", findings);
        if (findings.Count > 0) return Result.Failure<TaxedDocument>(findings.Concat(document.Check()));
        return Guarded(document, (_, lines, scale) => DocumentReduction.DownPayment(lines, share, scale));
    }

    private static Result<TaxedDocument> Guarded(
        TaxDocument document, Func<TaxDocument, List<LineFigures>, DocumentScale, Result<List<LineFigures>>> finish)
    {
        if (TaxDocumentRules.Check(document, out var programs) is { IsEmpty: false } findings)
            return Result.Failure<TaxedDocument>(findings);
        try
        {
            var scale = new DocumentScale(document);
            if (!Lines(document, programs, scale).TryGet(out var lines, out var errors)
                || !finish(document, lines, scale).TryGet(out lines, out errors))
                return Result.Failure<TaxedDocument>(errors);
            return Result.Success(Finish(document, lines, scale));
        }
        catch (OverflowException)
        {
            return Result.Failure<TaxedDocument>(TaxComputationErrors.AmountTooLarge.With());
        }
    }

    private static Result<List<LineFigures>> Lines(TaxDocument document, TaxProgram[] programs, DocumentScale scale)
    {
        var lines = new List<LineFigures>(programs.Length);
        for (var i = 0; i < programs.Length; i++)
        {
            var line = document.Lines[i];
            var quantity = ExactAmount.Of(line.Quantity.Value);
            var price = ExactAmount.Of(line.Price.Amount);
            var amount = price * quantity;
            if (line.Price.Per != 1) amount /= ExactAmount.Of(line.Price.Per);
            if (line.Discount.Value != 0) amount *= ExactAmount.Of(100 - line.Discount.Value) / ExactAmount.Of(100);
            lines.Add(new(LineOrigin.Line, programs[i], amount, TaxProgram.Units(price, quantity)));
        }
        FigureRounding.Apply(lines, scale);
        if (document.Discount is not { } discount) return Result.Success(lines);
        return DocumentReduction.Discount(lines, discount, scale).Map(added =>
        {
            lines.AddRange(added);
            return lines;
        });
    }

    private static TaxedDocument Finish(TaxDocument document, List<LineFigures> lines, DocumentScale scale)
    {
        var definitions = new Dictionary<string, TaxDefinition>();
        foreach (var line in lines)
            foreach (var definition in line.Program.Flat) definitions.TryAdd(definition.Id, definition);
        var taxed = new TaxedDocument
        {
            Currency = document.Currency,
            CompanyCurrency = scale.CompanyCurrency,
            Rounding = scale.Rounding,
            Definitions = definitions.Values.ToEquatableArray(),
            Lines = lines.Select(l => l.ToLine(scale)).ToEquatableArray(),
        };
        return document.CashRounding is { } cash
            ? taxed with { CashAdjustment = CashAdjustments.Of(taxed, cash, document.CashRoundingStrategy, scale) }
            : taxed;
    }
}
