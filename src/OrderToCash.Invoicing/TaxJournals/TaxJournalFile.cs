using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace OrderToCash.Invoicing;

/// <summary>
/// The journal as a CSV file (RFC 4180, comma, line feed, invariant figures): a head, a row per entry, and below them control
/// rows whose first field is <c>control</c>: the number of rows, and base and tax per currency.
/// </summary>
public static class TaxJournalFile
{
    private static readonly string[] Head =
    [
        "legal_entity", "kind", "number", "document_date", "tax_point", "corrects", "customer", "buyer_country", "buyer_tax_id",
        "country", "supply", "category", "rate", "currency", "base", "tax", "functional_currency", "functional_base",
        "functional_tax",
    ];

    /// <summary>The file; the same journal gives the same characters.</summary>
    public static string Write(TaxJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var file = new StringBuilder(256 + journal.Entries.Count * 160);
        Row(file, Head);
        foreach (var entry in journal.Entries)
            Row(file,
                entry.LegalEntity.Value, entry.Kind.ToString(), entry.Number.Value, Date(entry.DocumentDate),
                Date(entry.TaxPoint), entry.Corrects.Value, entry.Customer.Value, entry.BuyerCountry.Value, entry.BuyerTaxId,
                entry.Country.Value, entry.Supply.ToString(), entry.Category.Value, Figure(entry.Rate.Value),
                entry.Base.Currency.Code, Figure(entry.Base.Amount), Figure(entry.Tax.Amount), entry.FunctionalBase.Currency.Code,
                Figure(entry.FunctionalBase.Amount), Figure(entry.FunctionalTax.Amount));
        Row(file, "control", "rows", journal.Entries.Count.ToString(CultureInfo.InvariantCulture));
        Totals(file, "document", journal.Entries.Select(e => (e.Base, e.Tax)));
        Totals(file, "functional", journal.Entries.Select(e => (e.FunctionalBase, e.FunctionalTax)));
        return file.ToString();
    }

    private static void Totals(StringBuilder file, string kind, IEnumerable<(Money Base, Money Tax)> amounts)
    {
        foreach (var group in amounts.GroupBy(a => a.Base.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal))
            Row(file, "control", kind, group.Key.Code,
                Figure(Money.Sum(group.Select(a => a.Base), group.Key).Amount),
                Figure(Money.Sum(group.Select(a => a.Tax), group.Key).Amount));
    }

    private static void Row(StringBuilder file, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) file.Append(',');
            if (fields[i].AsSpan().ContainsAny(",\"\r\n")) file.Append('"').Append(fields[i].Replace("\"", "\"\"")).Append('"');
            else file.Append(fields[i]);
        }
        file.Append('\n');
    }

    private static string Date(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Figure(decimal figure) => figure.ToString(CultureInfo.InvariantCulture);
}
