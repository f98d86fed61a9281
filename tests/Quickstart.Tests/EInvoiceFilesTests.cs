using OrderToCash.EInvoicing;
using OrderToCash.Invoicing;

namespace OrderToCash.Quickstart.Tests;

public class EInvoiceFilesTests
{
    [Theory]
    [InlineData(EInvoiceSyntax.Ubl)]
    [InlineData(EInvoiceSyntax.Cii)]
    public async Task Each_document_has_an_e_invoice_beside_it(EInvoiceSyntax syntax)
    {
        using var run = await ARun.Of(new() { Syntax = syntax });
        Assert.Equal(ExitCode.Good, run.Code);
        Assert.Contains("ok   Every e-invoice has zero fatal findings and reads back", run.Console);
        var files = Directory.GetFiles(Path.Combine(run.Folder, "invoices"), "*.xml");
        Assert.Equal(run.Result.Invoices.Count + run.Result.CreditNotes.Count, files.Length);
        Assert.All(files, f => Assert.True(File.Exists(Path.ChangeExtension(f, ".html")), f));
        var known = run.Result.Invoices.ToDictionary(i => i.Invoice.Number.Value, i => i.Invoice.Totals.Payable.Amount);
        foreach (var note in run.Result.CreditNotes) known.Add(note.Number.Value, note.Totals.Payable.Amount);
        foreach (var file in files)
        {
            var read = Expect.Success(EInvoiceReader.Read(File.ReadAllBytes(file)));
            Assert.Equal(syntax, read.Syntax);
            Assert.Empty(En16931Rules.Check(read.Document).Where(f => f.Severity == RuleSeverity.Fatal));
            Assert.Equal(known[read.Document.Number!], read.Document.Totals!.Payable!.Value.Value);
        }
    }
}
