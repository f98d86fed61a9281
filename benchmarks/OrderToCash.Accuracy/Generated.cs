using System.Globalization;
using OrderToCash.Benchmarks;

namespace OrderToCash.Accuracy;

/// <summary>generate: a set of our own with published rates, a seed and the truth, as files for any engine.</summary>
internal static class Generated
{
    public const long MostPayments = 2_000_000;

    /// <summary>Writes invoices.csv, payments.csv, aliases.csv, rates.csv and matches.csv.</summary>
    public static void Write(Arguments arguments)
    {
        var (data, directory) = (Data(arguments), arguments.Need("out"));
        var labels = Determinable.Of(data);
        Directory.CreateDirectory(directory);
        Lines(directory, "invoices.csv", "invoice_id,customer,document_number,reference,amount,currency,document_date,due_date,discount,discount_until",
            data.Items.Select(i => Row(i.Id.Value, i.Customer.Value, i.DocumentNumber, i.PaymentReference, Text(i.Amount), i.Amount.Currency.Code,
                Text(i.DocumentDate), Text(i.DueDate), i.Discounts.IsEmpty ? "" : Text(i.Discounts[0].Discount),
                i.Discounts.IsEmpty ? "" : Text(i.Discounts[0].Until))));
        Lines(directory, "payments.csv", "payment_id,name,account,reference,text,amount,currency,received_on",
            data.Payments.Select(p => Row(p.Id.Value, p.CounterpartyName, p.CounterpartyAccount,
                p.Claims.IsEmpty ? "" : p.Claims[0].StructuredReference, p.RemittanceText, Text(p.Amount), p.Amount.Currency.Code, Text(p.ReceivedOn))));
        Lines(directory, "aliases.csv", "account,customer", data.Aliases.Select(a => Row(a.Account, a.Customer.Value)));
        Lines(directory, "rates.csv", "base,quote,rate,date", MatchingData.ExchangeRates.Select(r => Row(r.Base.Code, r.Quote.Code,
            r.Rate.ToString(CultureInfo.InvariantCulture), Text(r.Date))));
        Lines(directory, "matches.csv", "match_id,match_category,perturbation_categories,invoice_ids,payment_ids,determinable",
            data.Payments.Select((p, i) => Row(i.ToString(CultureInfo.InvariantCulture), data.SaidHow[i].ToString(), $"[\"{data.Twists[i]}\"]",
                $"[{string.Join(", ", data.Truth[i].Select(t => data.Items[t].Id))}]", $"[{p.Id}]", labels[i] ? "yes" : "no")));
        Console.WriteLine($"{data.Items.Count} items, {data.Payments.Length} payments, {labels.Count(l => !l)} that the data can't determine, in {directory}");
    }

    public static MatchingData Data(Arguments arguments)
    {
        var set = arguments.OneOf("set", "", "easy", "standard", "hard", "adversarial");
        var (size, seed) = ((int)arguments.Number("size", 10_000, 1, MostPayments), (ulong)arguments.Number("seed", 42, 0, long.MaxValue));
        return MatchingData.Generate((int)(size * 3L / 2) + 1, size, seed, MatchingSet.Named(set));
    }

    private static void Lines(string directory, string name, string head, IEnumerable<string> rows)
    {
        using var writer = new StreamWriter(Path.Combine(directory, name)) { NewLine = "\n" };
        writer.WriteLine(head);
        foreach (var row in rows) writer.WriteLine(row);
    }

    private static string Row(params string[] fields) => string.Join(',', fields.Select(Csv.Quoted));

    private static string Text(Money money) => money.Amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(LocalDate date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
