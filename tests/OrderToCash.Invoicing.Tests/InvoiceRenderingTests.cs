using System.Globalization;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class InvoiceRenderingTests
{
    private static readonly InvoiceAccount Account = (Draft() with
    {
        PurchaseOrder = "PO-77", TermsText = "30 days net", DeliveryDate = new LocalDate(2011, 1, 31),
    }).With(Line("Lantern <b>red</b>", 3, "9.99 GBP"), Line("Book", 2, "4.55 GBP", Zero), Line("Box", 1, "5 GBP", Union))
        .Posted(terms: PaymentTerms.Days(30).WithDiscount(Percentage.Of(2), 10));

    [Fact]
    public void The_text_reads_like_an_invoice() => Assert.Equal("""
        INVOICE INV-2011-000001

        From  Gifts & Co <Ltd>
              1 High Street
              X1 2YZ London
              United Kingdom
              VAT GB123456789

        To    Smith's Store
              1 High Street
              X1 2YZ Leeds
              United Kingdom
              VAT GB987654321

        Date               2011-02-01
        Tax point          2011-01-31
        Delivered          2011-01-31
        Customer           C-17850
        Your order         PO-77
        Orders             SO-1
        Payment reference  RF18539007547034

        No  Description         Quantity  Unit price  Discount    Tax    Net
        --------------------------------------------------------------------
        1   Lantern <b>red</b>         3    9.99 GBP            S 20%  29.97
        2   Book                       2    4.55 GBP             Z 0%   9.10
        3   Box                        1       5 GBP             K 0%   5.00

        Tax  Rate   Base  Amount
        ------------------------
        K      0%   5.00    0.00
        S     20%  29.97    5.99
        Z      0%   9.10    0.00

        Total without tax  44.07 GBP
        Tax                 5.99 GBP
        Payable            50.06 GBP

        Due         Amount                   Early payment
        --------------------------------------------------
        2011-03-03   50.06  2% = 1.00 off until 2011-02-11

        K: Intra-Community supply (VATEX-EU-IC)
        30 days net

        """.ReplaceLineEndings("\n"), InvoiceRendering.Text(Account.Invoice));

    [Fact]
    public void Html_is_escaped_self_contained_and_the_same_every_time()
    {
        var html = InvoiceRendering.Html(Account.Invoice);
        Assert.Contains("Gifts &amp; Co &lt;Ltd&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Lantern &lt;b&gt;red&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Smith&#39;s Store", html, StringComparison.Ordinal);
        Assert.Contains("50.06 GBP", html, StringComparison.Ordinal);
        Assert.Contains("RF18539007547034", html, StringComparison.Ordinal);
        Assert.Contains("Intra-Community supply (VATEX-EU-IC)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', html);
        Assert.Equal(html, InvoiceRendering.Html(Expect.Success(Invoice.Restore(Account.Invoice.Content))));
    }

    [Fact]
    public void A_credit_note_names_its_invoice_and_its_reason()
    {
        var note = ((CreditNotePosted)Expect.Success(Account.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1)))).Events[0]).CreditNote;
        var (html, text) = (InvoiceRendering.Html(note), InvoiceRendering.Text(note));
        Assert.All(new[] { "CN-2011-000001", "INV-2011-000001 of 2011-02-01", "return", "11.99 GBP", "Credited" }, part =>
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
            Assert.Contains(part, text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("Due", text, StringComparison.Ordinal);
    }

    private static InvoiceAccount Rich()
    {
        var draft = (Draft() with
        {
            Type = DocumentType.Partial,
            Period = new() { Start = new(2011, 1, 1), End = new(2011, 1, 31) },
            Prepaid = Gbp(10),
            CashRounding = CashRounding.To(Gbp(0.05m)),
            SellerDetails = new() { TradingName = "Gifts <i>UK</i>", LocalTaxNumber = "12/345", LegalForm = "Capital & Reserves", Contact = new() { Name = "Ann", Email = "ann@example.org" } },
            Payee = new() { Name = "Factor & Co" },
            References = new() { Project = "P-<1>", BuyerAccounting = "4711", Contract = "K-9" },
            PaymentInstructions = [new() { MeansCode = "58", Transfers = [new() { AccountId = "GB33BUKB20201555555555", AccountName = "Gifts" }] }],
        }).With(
            Line("Lantern", 12, "2.50 GBP") with { GrossPrice = UnitPrice.Parse("3.00 GBP"), Note = "fragile & red", Item = new() { Details = "with candle" } },
            Line("Rent", 1, "99.99 GBP", Five) with { Period = new() { Start = new(2011, 1, 1) } });
        draft = draft with { Lines = draft.Lines.SetItem(1, draft.Lines[1].With(AllowanceCharge.Allowance(Gbp(99.99m), Percentage.Of(10), "Loyal <customer>"))) };
        return draft.WithAllowance(Percentage.Of(5), "Season & more").With(AllowanceCharge.Charge(Gbp(7), "", AllowanceChargeReason.Freight).Taxed(Twenty)).Posted();
    }

    [Fact]
    public void Everything_new_is_printed_and_escaped_the_same_in_two_cultures()
    {
        var account = Rich();
        var note = NoteOf(Expect.Success(account.Credited(1, CreditRequest.Of(1, Quantity.Pieces(5)))));
        string[] parts = ["Partial invoice", "2011-01-01 to 2011-01-31", "Factor &amp; Co", "Season &amp; more (5% of 30.00)", "Charge FC", "Loyal &lt;customer&gt; (10% of 99.99)",
            "0.5 GBP each", "3 GBP", "with candle", "fragile &amp; red", "from 2011-01-01", "Sum of lines", "Allowances", "Charges", "Paid before", "-10.00 GBP", "Rounding",
            "Gifts &lt;i&gt;UK&lt;/i&gt;", "Tax no. 12/345", "Capital &amp; Reserves", "ann@example.org", "P-&lt;1&gt;", "4711", "GB33BUKB20201555555555"];
        var html = In("en-US", () => InvoiceRendering.Html(account.Invoice));
        Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.All(parts, part => Assert.Contains(System.Net.WebUtility.HtmlDecode(part), InvoiceRendering.Text(account.Invoice), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(html, In("de-DE", () => InvoiceRendering.Html(account.Invoice)));
        Assert.Equal(In("ar-SA", () => InvoiceRendering.Text(account.Invoice)), In("sv-SE", () => InvoiceRendering.Text(account.Invoice)));
        Assert.Equal(In("fa-IR", () => InvoiceRendering.Html(note)), In("en-GB", () => InvoiceRendering.Html(note)));
        Assert.Contains("Season &amp; more", InvoiceRendering.Html(note), StringComparison.Ordinal);

        static string In(string culture, Func<string> print)
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return print();
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }
}
