namespace OrderToCash.Invoicing;

/// <summary>
/// Documents for people: self-contained HTML that prints on A4, and plain text. English, invariant figures; the same document
/// always gives the same characters. Everything that came from outside is escaped.
/// </summary>
public static class InvoiceRendering
{
    /// <summary>The invoice as one HTML page without references to anything outside it.</summary>
    public static string Html(Invoice invoice) => HtmlPage.Write(PrintedDocument.Of(invoice));

    /// <summary>The credit note as one HTML page without references to anything outside it.</summary>
    public static string Html(CreditNote note) => HtmlPage.Write(PrintedDocument.Of(note));

    /// <summary>The invoice as plain text in columns; lines end with a line feed.</summary>
    public static string Text(Invoice invoice) => TextPage.Write(PrintedDocument.Of(invoice));

    /// <summary>The credit note as plain text in columns; lines end with a line feed.</summary>
    public static string Text(CreditNote note) => TextPage.Write(PrintedDocument.Of(note));

    /// <summary>The pro forma as one HTML page without references to anything outside it.</summary>
    public static string Html(ProFormaInvoice proForma) => HtmlPage.Write(PrintedDocument.Of(proForma));

    /// <summary>The pro forma as plain text in columns; lines end with a line feed.</summary>
    public static string Text(ProFormaInvoice proForma) => TextPage.Write(PrintedDocument.Of(proForma));
}
