using System.Globalization;

namespace OrderToCash.Invoicing;

/// <summary>The rows of lines, and of what is taken off or put on.</summary>
internal static class PrintedLines
{
    internal static IEnumerable<string[]> Of(InvoiceLine line, int index)
    {
        yield return
        [
            Whole(index + 1), Description(line.Description, line.Item, line.Period, line.Note), Quantity(line.Quantity),
            line.GrossPrice?.ToString() ?? line.Price?.ToString() ?? "", Discount(line), Tax(line.Tax),
            PrintedDocument.Figure(line.Net - Sum(line)),
        ];
        foreach (var item in line.AllowancesCharges) yield return Of(item with { Tax = line.Tax });
    }

    internal static string[] Of(AllowanceCharge item) =>
    [
        "",
        item.Percent is { } percent ? $"{Reason(item)} ({percent} of {PrintedDocument.Figure(item.Base!.Value)})" : Reason(item),
        "", "", "", item.Tax is { } tax ? Tax(tax) : "", PrintedDocument.Figure(item.Signed),
    ];

    internal static string[] Of(CreditNoteLine line) =>
    [
        Whole(line.InvoiceLine), Description(line.Description, line.Item, line.Period, ""),
        line.Quantity.IsZero ? "" : Quantity(line.Quantity), line.Price?.ToString() ?? "", "", Tax(line.Tax),
        PrintedDocument.Figure(line.Net),
    ];

    internal static string Period(DocumentPeriod period) => (period.Start, period.End) switch
    {
        ({ } start, { } end) => $"{PrintedDocument.Date(start)} to {PrintedDocument.Date(end)}",
        ({ } start, null) => $"from {PrintedDocument.Date(start)}",
        (null, { } end) => $"until {PrintedDocument.Date(end)}",
        _ => "",
    };

    private static Money Sum(InvoiceLine line)
    {
        var sum = Money.Zero(line.Net.Currency);
        foreach (var item in line.AllowancesCharges) sum += item.Signed;
        return sum;
    }

    private static string Reason(AllowanceCharge item) =>
        item.Reason.Length > 0 ? item.Reason : $"{(item.IsCharge ? "Charge" : "Allowance")} {item.ReasonCode}";

    // A discount on the price and one on the line share a column.
    private static string Discount(InvoiceLine line) => string.Join(" + ", new[]
    {
        line.PriceDiscount == 0 ? "" : $"{UnitPrice.Of(line.PriceDiscount, line.Net.Currency, line.Price!.Value.Per)} each",
        line.Discount is { } off ? PrintedDocument.Figure(off) : "",
    }.Where(t => t.Length > 0));

    private static string Description(string name, InvoicedItem? item, DocumentPeriod? period, string note) => string.Join("; ",
        new[] { name, item?.Details ?? "", period is null ? "" : Period(period), note }.Where(t => t.Length > 0));

    private static string Tax(TaxTreatment tax) => $"{tax.Category} {tax.Rate}";

    private static string Quantity(Quantity quantity) => quantity.Unit == UnitCode.Piece
        ? quantity.Value.ToString(CultureInfo.InvariantCulture)
        : quantity.ToString();

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
