using System.Buffers;
using OrderToCash.EInvoicing;
using OrderToCash.Invoicing;

namespace OrderToCash.Quickstart;

/// <summary>
/// Writes an e-invoice of EN 16931 beside each readable document. Each is held to all rules before it is written and read back afterwards.
/// </summary>
internal sealed class EInvoiceFiles
{
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024), again = new(64 * 1024);
    private readonly Dictionary<Currency, DocumentParticulars> particulars = [];
    private readonly OutputFolder folder;
    private readonly EInvoiceSyntax syntax;
    private EInvoiceTally tally;

    private EInvoiceFiles(OutputFolder folder, EInvoiceSyntax syntax) => (this.folder, this.syntax, tally) = (folder, syntax, new() { Syntax = syntax });

    /// <summary>All invoices and credit notes of the run.</summary>
    public static EInvoiceTally Write(CycleResult result, OutputFolder folder, EInvoiceSyntax syntax)
    {
        var files = new EInvoiceFiles(folder, syntax);
        foreach (var account in result.Invoices)
            files.Write(account.Invoice.Number, account.Invoice.ToDocument(InvoiceProfile.En16931, files.ParticularsOf(account.Invoice.Currency)));
        foreach (var note in result.CreditNotes) files.Write(note.Number, note.ToDocument(InvoiceProfile.En16931));
        return files.tally;
    }

    private void Write(InvoiceNumber number, Result<InvoiceDocument> mapped)
    {
        buffer.ResetWrittenCount();
        if (!mapped.TryGet(out var document, out var findings) || !EInvoiceWriter.Write(document, syntax, buffer).TryGet(out _, out findings))
        {
            tally = (tally with { Refused = tally.Refused + 1 }).With($"{number}: {findings[0]}");
            return;
        }
        tally = tally with { Written = tally.Written + 1, Warnings = tally.Warnings + En16931Rules.Check(document).Count(f => f.Severity == RuleSeverity.Warning) };
        if (!IsReadAs(document)) tally = (tally with { Different = tally.Different + 1 }).With($"{number} does not read back");
        folder.Write($"invoices/{OutputFolder.Name(number.Value)}.xml", buffer.WrittenSpan);
    }

    // CII writes the currency once; what was read is compared by writing it again.
    private bool IsReadAs(InvoiceDocument document)
    {
        if (!EInvoiceReader.Read(buffer.WrittenMemory).TryGet(out var read, out _) || !read.Findings.IsEmpty || !read.Notices.IsEmpty) return false;
        if (syntax == EInvoiceSyntax.Ubl) return read.Document == document;
        again.ResetWrittenCount();
        return EInvoiceWriter.Write(read.Document, syntax, again).IsSuccess && again.WrittenSpan.SequenceEqual(buffer.WrittenSpan);
    }

    // The account to pay to, by currency.
    private DocumentParticulars ParticularsOf(Currency currency)
    {
        if (particulars.TryGetValue(currency, out var known)) return known;
        var account = SellerAccount.For([currency])[0];
        return particulars[currency] = new()
        {
            PaymentInstructions = [new() { MeansCode = "30", Transfers = [new() { AccountId = account.Iban.Value, AccountName = SellerAccount.Owner }] }],
        };
    }
}
