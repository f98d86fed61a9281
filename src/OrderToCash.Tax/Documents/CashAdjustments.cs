namespace OrderToCash.Tax;

/// <summary>Finds what a cash rounding changes in a computed document.</summary>
internal static class CashAdjustments
{
    internal static CashAdjustment? Of(
        TaxedDocument document, CashRounding cash, CashRoundingStrategy strategy, DocumentScale scale)
    {
        var total = document.Total;
        var difference = cash.Round(total.Document) - total.Document;
        if (difference.IsZero) return null;
        var amount = new AmountPair { Document = difference, Company = Company(difference, total, scale) };
        if (strategy == CashRoundingStrategy.SeparateAmount) return new() { Amount = amount };
        var largest = document.Summarize().Subtotals.SelectMany(static s => s.Groups).MaxBy(static g => g.Tax.Document);
        return largest is null ? null : new() { Amount = amount, IsTax = true, TaxGroup = largest.GroupId };
    }

    // At the rate the totals of the document are at, so that the company's total stays their image.
    private static Money Company(Money difference, AmountPair total, DocumentScale scale)
    {
        if (scale.Grids.Length == 1) return difference;
        if (total.Document.IsZero || total.Company.IsZero) return Money.Zero(scale.CompanyCurrency);
        var rate = (ExactAmount.Of(total.Company) / ExactAmount.Of(total.Document)).Abs();
        return scale.Grids[1].ToMoney(scale.Grids[1].Round(ExactAmount.Of(difference) * rate));
    }
}
