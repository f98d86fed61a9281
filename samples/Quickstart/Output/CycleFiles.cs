using System.Globalization;
using NodaTime.Text;
using OrderToCash.Collections;
using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>Writes what the run produced, beside the report: documents, letters, the journal, the decisions on the bank lines.</summary>
internal static class CycleFiles
{
    /// <summary>Everything.</summary>
    public static void Write(CycleResult result, OutputFolder folder, Problems problems)
    {
        WriteInvoices(result, folder);
        WriteLetters(result, folder, problems);
        WriteJournal(result, folder);
        WriteDecisions(result, folder);
        WriteCustomers(result, folder);
    }

    // So that a stranger can change them and feed them back: --customers out/customers.csv.
    private static void WriteCustomers(CycleResult result, OutputFolder folder)
    {
        if (folder.IsInput("customers.csv")) return;
        using var file = folder.Open("customers.csv");
        CustomersFile.Write(result.Customers.Values.OrderBy(c => c.Key, StringComparer.Ordinal), file);
    }

    private static void WriteInvoices(CycleResult result, OutputFolder folder)
    {
        foreach (var account in result.Invoices)
            folder.Write($"invoices/{OutputFolder.Name(account.Invoice.Number.Value)}.html", InvoiceRendering.Html(account.Invoice));
        foreach (var note in result.CreditNotes)
            folder.Write($"invoices/{OutputFolder.Name(note.Number.Value)}.html", InvoiceRendering.Html(note));
    }

    private static void WriteLetters(CycleResult result, OutputFolder folder, Problems problems)
    {
        foreach (var letter in result.Letters)
        {
            var customer = result.Customers[letter.Customer.Value];
            var account = SellerAccount.For([letter.AmountDue.Currency])[0];
            var written = DunningLetterWriter.Write(letter, new()
            {
                Sender = result.Seller.Party, Recipient = customer.Party, Language = customer.Language,
                PayTo = $"{SellerAccount.Owner}, {account.Iban.Format()}",
            }, DunningTexts.BuiltIn);
            if (!problems.IsGood($"letter to {letter.Customer}", written)) continue;
            var name = OutputFolder.Name($"{LocalDatePattern.Iso.Format(letter.AsOf)}-level-{letter.Level}-{letter.Customer}-{letter.AmountDue.Currency}");
            folder.Write($"letters/{name}.html", written.Value.Html);
            folder.Write($"letters/{name}.txt", written.Value.Text);
        }
    }

    private static void WriteJournal(CycleResult result, OutputFolder folder)
    {
        using var file = new CsvFile(folder.Open("journal.csv"),
            "entry", "date", "recorded_at", "event", "document", "line", "account", "side", "currency", "amount", "functional_currency", "functional_amount", "open_item");
        foreach (var entry in result.Journal)
            for (var i = 0; i < entry.Lines.Count; i++)
            {
                var line = entry.Lines[i];
                file.Row(entry.Id.Value, LocalDatePattern.Iso.Format(entry.Date), InstantPattern.General.Format(entry.RecordedAt), entry.Event, entry.SourceDocument,
                    (i + 1).ToString(CultureInfo.InvariantCulture), line.Account.Value, line.Side.ToString(), line.Document.Currency.Code, CsvFile.Number(line.Document),
                    line.Functional.Currency.Code, CsvFile.Number(line.Functional), line.Item?.Value ?? "");
            }
    }

    private static void WriteDecisions(CycleResult result, OutputFolder folder)
    {
        var items = result.Items.ToDictionary(i => i.Id);
        using var file = new CsvFile(folder.Open("decisions.csv"),
            "payment", "booked_on", "account", "payer", "payer_account", "text", "currency", "amount", "outcome", "customer", "invoices", "cash", "discount",
            "written_off", "on_account", "confidence", "why");
        foreach (var decision in result.Decisions)
        {
            var (plan, entry, currency) = (decision.Plan, decision.Plan.Entry, decision.Plan.Entry.Amount.Currency);
            var cash = Money.Sum(plan.Allocations.Select(a => a.Cash), currency);
            file.Row(plan.Payment.Value, LocalDatePattern.Iso.Format(entry.BookedOn), entry.Account, entry.CounterpartyName, entry.CounterpartyAccount,
                entry.RemittanceText, currency.Code, CsvFile.Number(entry.Amount), BankOutcome.Of(decision), plan.Customer.Value,
                string.Join(' ', plan.Allocations.Select(a => Document(items, a))),
                CsvFile.Number(cash), CsvFile.Number(Money.Sum(plan.Allocations.Where(a => a.Settles is null).Select(a => a.Discount), currency)),
                CsvFile.Number(Money.Sum(plan.Allocations.Where(a => a.Settles is null).Select(a => a.WriteOff), currency)),
                plan.Treatment == PaymentTreatment.Book && decision.IsBooked ? CsvFile.Number(entry.Amount - cash) : "",
                plan.Decision is { } d ? (d.Confidence / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "", BankOutcome.Why(decision, items));
        }
    }

    private static string Document(Dictionary<OpenItemId, OpenItem> items, MatchAllocation allocation) =>
        items.TryGetValue(allocation.Item, out var item) && item.Instalment <= 1 ? item.DocumentNumber : allocation.Item.Value;
}
