using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class PostingCheckTests
{
    private static readonly OrderLineFact Lanterns = new()
    {
        Order = new("SO-1"), OrderLine = new("Lantern"), Ordered = Quantity.Pieces(100), Delivered = Quantity.Pieces(60), Billed = Quantity.Pieces(20),
        Price = UnitPrice.Parse("2.5 GBP"),
    };

    private static readonly PostingFacts Facts = new() { Lines = [Lanterns] };

    private static PostingReport Check(DraftInvoice draft, PostingFacts? facts = null, PostingCheckPolicy? policy = null) =>
        PostingCheck.Of(draft, facts ?? Facts, policy ?? PostingCheckPolicy.Strict);

    private static DraftInvoice Billing(decimal quantity, string price = "2.5 GBP") => Draft().With(Line("Lantern", quantity, price));

    private static IEnumerable<DomainError> Errors(PostingReport report) => report.Findings.Select(f => f.Error);

    [Fact]
    public void What_was_delivered_at_the_agreed_price_is_clean()
    {
        var report = Check(Billing(40));
        Assert.Equal((PostingVerdict.Clean, true), (report.Verdict, report.MayPost));
    }

    [Fact]
    public void An_overbilled_line_is_refused()
    {
        var report = Check(Billing(41));
        Expect.Found(PostingCheckErrors.QuantityAboveDelivered, Errors(report));
        Assert.Equal((PostingVerdict.Refused, false), (report.Verdict, report.MayPost));
        var byOrder = PostingCheckPolicy.Strict with { BillsDeliveredOnly = false };
        Assert.Equal(PostingVerdict.Clean, Check(Billing(80), null, byOrder).Verdict);
        Expect.Found(PostingCheckErrors.QuantityAboveOrdered, Errors(Check(Billing(81), null, byOrder)));
        Assert.Equal(PostingVerdict.Clean, Check(Billing(42), null, PostingCheckPolicy.Strict with { QuantityTolerance = Percentage.Of(2) }).Verdict);
        Assert.NotEqual(PostingVerdict.Clean, Check(Billing(43), null, PostingCheckPolicy.Strict with { QuantityTolerance = Percentage.Of(2) }).Verdict);
    }

    [Fact]
    public void Two_lines_of_one_order_line_are_counted_together()
    {
        var draft = Draft().With(Line("Lantern", 30, "2.5 GBP"), Line("Lantern", 11, "2.5 GBP"));
        Assert.Equal("lines[1].quantity", Expect.Found(PostingCheckErrors.QuantityAboveDelivered, Errors(Check(draft))).Target);
    }

    [Fact]
    public void A_price_that_was_not_agreed_is_held_unless_it_is_within_tolerance()
    {
        var report = Check(Billing(10, "2.55 GBP"));
        var error = Expect.Found(PostingCheckErrors.PriceDiffers, Errors(report));
        Assert.Equal(("25.50 GBP", "25.00 GBP", PostingVerdict.Held), (error.Fact("net"), error.Fact("expected"), report.Verdict));
        Assert.Equal(PostingVerdict.Clean, Check(Billing(10, "2.55 GBP"), null, PostingCheckPolicy.Strict with { PriceTolerance = Percentage.Of(2) }).Verdict);
        Assert.Equal(PostingVerdict.Clean, Check(Billing(10, "2.55 GBP"), null, PostingCheckPolicy.Strict with { PriceToleranceAmounts = [Money.Parse("0.50 GBP")] }).Verdict);
        Assert.Equal(PostingVerdict.Held, Check(Billing(10, "2.55 GBP"), null, PostingCheckPolicy.Strict with { PriceToleranceAmounts = [Money.Parse("0.49 GBP")] }).Verdict);
        Expect.Found(PostingCheckErrors.PriceDiffers, Errors(Check(Billing(10, "2.45 GBP"))));
    }

    [Fact]
    public void Everything_is_found_at_once()
    {
        var facts = Facts with
        {
            AgreedCurrency = Currency.Eur, AgreedTerms = new("NET30"), AppliedTerms = new("NET14"), NeedsPurchaseOrder = true, NeedsBuyerTaxId = true,
        };
        var draft = (Draft() with { Buyer = Party("Shop", "Leeds", "GB", "") }).With(
            Line("Lantern", 50, "3 GBP"), Line("Ghost", 1, "1 GBP"), Line("Lantern", 1, "1 GBP") with { Quantity = Quantity.Of(1, new UnitCode("KGM")) });
        var errors = Errors(Check(draft, facts)).ToList();
        foreach (var code in new[] { PostingCheckErrors.QuantityAboveDelivered, PostingCheckErrors.PriceDiffers })
            Assert.Contains(errors, e => e.Code == code.Code);
        Expect.Found(PostingCheckErrors.OrderLineUnknown, errors);
        Expect.Found(PostingCheckErrors.UnitDiffers, errors);
        Expect.Found(PostingCheckErrors.CurrencyDiffers, errors);
        Expect.Found(PostingCheckErrors.TermsDiffer, errors);
        Expect.Found(PostingCheckErrors.BuyerTaxIdMissing, errors);
        Expect.Found(PostingCheckErrors.PurchaseOrderMissing, errors);
        Assert.Equal(8, errors.Count);
    }

    [Fact]
    public void A_draft_that_can_not_be_posted_is_refused_with_its_own_findings()
    {
        var report = Check(Draft());
        Expect.Found(InvoiceErrors.NoLines, Errors(report));
        Assert.Equal(PostingVerdict.Refused, report.Verdict);
    }

    [Fact]
    public void A_duplicate_shows_by_order_number_and_amount_or_by_its_items()
    {
        var draft = Billing(10) with { PurchaseOrder = "PO-1" };
        var prior = PriorInvoice.Of(draft.Posted().Invoice);
        var report = Check(draft with { Id = new("I-2") }, Facts with { Before = [prior] });
        Expect.Found(PostingCheckErrors.SameOrderAndAmount, Errors(report));
        Expect.Found(PostingCheckErrors.SameItems, Errors(report));
        Assert.Equal(PostingVerdict.Clean, Check(draft, Facts with { Before = [prior with { Customer = new("C-2") }] }).Verdict);
        var old = prior with { DocumentDate = new(2009, 1, 1), Items = [] };
        Assert.Equal(PostingVerdict.Clean, Check(draft, Facts with { Before = [old] }).Verdict);
        Assert.Equal(PostingVerdict.Clean, Check(draft with { PurchaseOrder = "PO-2" }, Facts with { Before = [prior with { Items = [] }] }).Verdict);
    }

    [Fact]
    public void A_shipment_billed_before_shows_by_its_lines_and_a_service_by_its_content()
    {
        var shipped = Billing(10) with { };
        shipped = shipped with { Lines = [shipped.Lines[0] with { Shipment = new("S-1") }] };
        var prior = PriorInvoice.Of(shipped.Posted().Invoice);
        var fewer = shipped with { Lines = [(Billing(5).Lines[0]) with { Shipment = new("S-1") }] };
        Assert.Equal("S-1", Expect.Found(PostingCheckErrors.ShipmentBilled, Errors(Check(fewer, Facts with { Before = [prior] }))).Fact("shipment"));
        var service = Draft().With(InvoiceLine.Priced("Advice", Quantity.Pieces(1), UnitPrice.Parse("80 GBP"), Twenty));
        var before = PriorInvoice.Of(service.Posted().Invoice);
        Expect.Found(PostingCheckErrors.SameContent, Errors(Check(service with { Id = new("I-2") }, new() { Before = [before] })));
        Assert.Equal(PostingVerdict.Clean, Check(service with { TaxPoint = service.TaxPoint.PlusDays(1) }, new() { Before = [before] }).Verdict);
        Assert.Equal(PostingVerdict.Clean, Check(service with { PurchaseOrder = "PO-2" }, new() { Before = [before] }).Verdict);
    }

    [Fact]
    public void Severity_is_for_the_policy_to_say()
    {
        var lenient = PostingCheckPolicy.Strict with { Severities = [CodeSeverity.Of(PostingCheckErrors.PriceDiffers, PostingSeverity.Warn)] };
        var report = Check(Billing(10, "3 GBP"), null, lenient);
        Assert.Equal((PostingVerdict.Warned, true), (report.Verdict, report.MayPost));
        Assert.Equal(PostingSeverity.Hold, lenient.SeverityOf("anything"));
    }

    [Fact]
    public void Accuracy_counts_each_document_as_it_stood_the_first_time()
    {
        PostingReport[] reports =
        [
            Check(Billing(10)), Check(Billing(10, "3 GBP") with { Id = new("I-2") }), Check(Billing(99) with { Id = new("I-3") }), Check(Billing(10) with { Id = new("I-2") }),
        ];
        var accuracy = BillingAccuracy.Of(reports);
        Assert.Equal((3, 1, 2, 1, 1), (accuracy.Documents, accuracy.Clean, accuracy.WithFindings, accuracy.Held, accuracy.Refused));
        Assert.Equal("33.3333%", accuracy.Rate.ToString());
        Assert.Equal(["billing-accuracy.price-differs 1", "billing-accuracy.quantity-above-delivered 1"], accuracy.ByCode.Select(c => $"{c.Code} {c.Documents}"));
        Assert.Null(BillingAccuracy.Of([]).Rate);
        Assert.Equal(reports[1], JsonSerializer.Deserialize<PostingReport>(JsonSerializer.Serialize(reports[1], Stored), Stored));
    }

    public static Arbitrary<(int, int, int, int)> Cases { get; } = Arb.From(
        from delivered in Gen.Choose(0, 50) from billed in Gen.Choose(0, 50) from quantity in Gen.Choose(1, 60) from price in Gen.Choose(0, 500)
        select (delivered, billed, quantity, price),
        c => c.quantity > 1 ? [c with { quantity = c.quantity - 1 }] : []);

    [Property(MaxTest = 500, Arbitrary = [typeof(PostingCheckTests)])]
    public bool Without_tolerance_clean_means_not_above_the_delivery_at_the_very_price((int Delivered, int Billed, int Quantity, int Price) c)
    {
        var fact = Lanterns with { Delivered = Quantity.Pieces(c.Delivered), Billed = Quantity.Pieces(c.Billed) };
        var draft = Draft().With(InvoiceLine.Priced("Lantern", Quantity.Pieces(c.Quantity), UnitPrice.Of(c.Price / 100m, Currency.Gbp), Twenty) with
        {
            Order = new("SO-1"), OrderLine = new("Lantern"),
        });
        return Check(draft, new() { Lines = [fact] }).Verdict == PostingVerdict.Clean == (c.Billed + c.Quantity <= c.Delivered && c.Price == 250);
    }
}
