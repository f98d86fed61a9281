using System.Text.Json;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>A German seller, registered in Germany and in the Netherlands; months of 2026.</summary>
public class TaxJournalTests
{
    private static readonly LegalEntityId Entity = new("DE");
    private static readonly CountryCode De = new("DE"), Fr = new("FR"), Nl = new("NL"), At = new("AT");
    private static readonly Party Seller = Party("Muster GmbH", "Berlin", "DE", "DE136695976") with
    {
        TaxRegistrations = [new() { Country = De, Id = "DE136695976" }, new() { Country = Nl, Id = "NL123456789B01" }],
    };

    private static readonly TaxTreatment Nineteen = new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Country = De, Rule = "domestic" };
    private static readonly TaxTreatment Seven = Nineteen with { Rate = Percentage.Of(7) };
    private static readonly TaxTreatment Goods = Union with { Rule = "intra-community-goods", Country = De };
    private static readonly TaxTreatment Services = new()
    {
        Category = TaxCategory.ReverseCharge, Rate = Percentage.Zero, Country = Fr, ReasonCode = VatexCode.ReverseCharge, ReasonText = "Reverse charge", Rule = "reverse-charge",
    };

    private static readonly Instant PostedInMarch = Instant.FromUtc(2026, 3, 20, 8, 0);

    private static InvoiceAccount Sold(int number, LocalDate taxPoint, Party buyer, ExchangeRate? rate, Instant at, Currency currency, params InvoiceLine[] lines)
    {
        var draft = (Draft(currency) with
        {
            Id = new($"I-{number}"), LegalEntity = Entity, Seller = Seller, Buyer = buyer, DocumentDate = taxPoint, TaxPoint = taxPoint, DeliveryDate = taxPoint,
        }).With(lines);
        return Expect.Success(draft.Post(draft.Posting() with
        {
            Number = new($"RE-2026-{number:0000}"), BookingRate = rate, FunctionalCurrency = Currency.Eur,
        }, Clerk, at)).State;
    }

    private static InvoiceAccount Sold(int number, LocalDate taxPoint, Party buyer, params InvoiceLine[] lines) =>
        Sold(number, taxPoint, buyer, null, PostedInMarch, Currency.Eur, lines);

    private static InvoiceLine Euro(string what, decimal quantity, string price, TaxTreatment tax) => Line(what, quantity, $"{price} EUR", tax);

    private static readonly Party German = Party("Kunde AG", "Köln", "DE", "DE811907980");
    private static readonly Party French = Party("Client SA", "Lyon", "FR", "FR83404833048");
    private static readonly Party Consumer = Party("Eva Huber", "Wien", "AT", "");

    private static CreditNote Credited(InvoiceAccount account, LocalDate day, Instant at, params CreditRequest[] lines) =>
        ((CreditNotePosted)Expect.Success(account.Credit(AnInvoice.Credit(1, lines) with
        {
            Id = new($"G-{account.Id}"), Number = new($"GS-{account.Invoice.Number}"), DocumentDate = day,
        }, Clerk, at)).Events[0]).CreditNote;

    private static readonly EquatableArray<TaxBox> Form =
    [
        new() { Code = "81", Name = "19 %", Amount = TaxBoxAmount.Base, Categories = [TaxCategory.Standard], Rates = [Percentage.Of(19)], Supplies = [ReportedSupply.Domestic] },
        new() { Code = "81T", Amount = TaxBoxAmount.Tax, Categories = [TaxCategory.Standard], Rates = [Percentage.Of(19)], Supplies = [ReportedSupply.Domestic] },
        new() { Code = "86", Name = "7 %", Amount = TaxBoxAmount.Base, Rates = [Percentage.Of(7)], Countries = [De] },
        new() { Code = "41", Name = "intra-community supplies", Amount = TaxBoxAmount.Base, Supplies = [ReportedSupply.UnionGoods] },
        new() { Code = "21", Name = "services, other member states", Amount = TaxBoxAmount.Base, Supplies = [ReportedSupply.UnionServices] },
    ];

    [Fact]
    public void A_month_fills_the_boxes_of_the_form()
    {
        var (home, abroad) = (Sold(1, new(2026, 3, 5), German, Euro("Lamp", 10, "9.99", Nineteen), Euro("Book", 3, "12.5", Seven)),
            Sold(2, new(2026, 3, 9), French, Euro("Lamp", 100, "9.99", Goods), Euro("Advice", 2, "150", Services)));
        var note = Credited(home, new(2026, 3, 28), PostedInMarch, CreditRequest.Of(1, Quantity.Pieces(1)));
        var journal = TaxJournal.Of([home.Invoice, abroad.Invoice], [note]);
        Assert.Empty(journal.Check());
        var filed = Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 3), Form));
        Assert.Equal(
            ["89.91 EUR", "17.08 EUR", "37.50 EUR", "999.00 EUR", "300.00 EUR"], filed.Boxes.Select(b => b.Amount.ToString()));
        Assert.Equal(("1426.41 EUR", "19.71 EUR"), (filed.Base.ToString(), filed.Tax.ToString()));
        Assert.Empty(filed.Unboxed);
        Assert.Empty(filed.Corrections);
        Assert.Equal(filed.Boxes[0].Amount, filed.AmountOf("81"));
        Assert.Null(filed.AmountOf("99"));
    }

    [Fact]
    public void A_credit_of_an_earlier_month_is_shown_in_the_month_of_the_credit_with_its_reference()
    {
        var february = Sold(1, new(2026, 2, 10), German, Euro("Lamp", 10, "10", Nineteen));
        var note = Credited(february, new(2026, 3, 3), PostedInMarch);
        var journal = TaxJournal.Of([february.Invoice], [note]);
        var march = Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 3), Form));
        var correction = Assert.Single(march.Corrections);
        Assert.Equal(("-19.00 EUR", "RE-2026-0001", "2026-02"), (correction.Tax.ToString(), correction.Corrects.Value, correction.Period.ToString()));
        Assert.Equal("19.00 EUR", Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 2), Form)).Tax.ToString());
        Assert.Equal("0.00 EUR", Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1), Form)).Tax.ToString());
    }

    [Fact]
    public void A_document_posted_after_filing_goes_into_the_next_open_period_and_stays_there()
    {
        var late = Sold(1, new(2026, 1, 31), German, Euro("Lamp", 1, "100", Nineteen));
        var journal = TaxJournal.Of([late.Invoice], []);
        var january = new TaxFiling { Period = TaxPeriod.Month(2026, 1), FiledAt = PostedInMarch - Duration.FromDays(30) };
        var february = new TaxFiling { Period = TaxPeriod.Month(2026, 2), FiledAt = PostedInMarch - Duration.FromDays(5) };
        var march = new TaxFiling { Period = TaxPeriod.Month(2026, 3), FiledAt = PostedInMarch + Duration.FromDays(20) };
        var shown = Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 3), Form, [january, february, march]));
        Assert.Equal(("19.00 EUR", "2026-01"), (shown.Tax.ToString(), Assert.Single(shown.Corrections).Period.ToString()));
        Assert.True(Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 1), Form, [january, february, march])).Tax.IsZero);
        Assert.Equal(TaxPeriod.Month(2026, 1), TaxJournal.PeriodOf(journal.Entries[0], TaxPeriodLength.Month, [march]));
    }

    [Fact]
    public void The_recapitulative_statement_lists_buyers_by_id_goods_services_and_triangles_apart()
    {
        var triangle = Goods with { Rule = "triangulation" };
        var journal = TaxJournal.Of(
        [
            Sold(1, new(2026, 3, 5), French, Euro("Lamp", 1, "100", Goods), Euro("Advice", 1, "50", Services)).Invoice,
            Sold(2, new(2026, 3, 6), French, Euro("Lamp", 2, "100", Goods)).Invoice,
            Sold(3, new(2026, 3, 7), Party("Klant BV", "Delft", "NL", "NL004495445B01"), Euro("Lamp", 1, "10", triangle)).Invoice,
            Sold(4, new(2026, 3, 8), German, Euro("Lamp", 1, "100", Nineteen)).Invoice,
        ], []);
        var statement = Expect.Success(journal.Recapitulate(Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1)));
        Assert.Equal(
            ["FR FR83404833048 UnionGoods 300.00 EUR", "FR FR83404833048 UnionServices 50.00 EUR", "NL NL004495445B01 Triangulation 10.00 EUR"],
            statement.Lines.Select(l => $"{l.Country} {l.TaxId} {l.Supply} {l.Amount}"));
        Assert.Equal("360.00 EUR", statement.Total.ToString());
    }

    [Fact]
    public void A_buyer_without_id_stops_the_statement()
    {
        var entry = TaxJournal.Of([Sold(1, new(2026, 3, 5), French, Euro("Lamp", 1, "100", Goods)).Invoice], []).Entries[0] with { BuyerTaxId = "" };
        var journal = new TaxJournal().With(entry);
        Expect.Refused(TaxJournalErrors.BuyerIdMissing, journal.Recapitulate(Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1)));
        Expect.Found(TaxJournalErrors.BuyerIdMissing, journal.Check());
    }

    [Fact]
    public void Sales_to_consumers_abroad_go_through_the_one_stop_shop_unless_registered_there()
    {
        TaxTreatment In(CountryCode country, decimal rate) => Nineteen with { Country = country, Rate = Percentage.Of(rate), Rule = "distance-sale-destination" };
        var december = Sold(9, new(2025, 12, 20), Consumer, Euro("Lamp", 1, "50", In(At, 20)));
        var journal = TaxJournal.Of(
        [
            december.Invoice,
            Sold(1, new(2026, 2, 5), Consumer, Euro("Lamp", 2, "100", In(At, 20)), Euro("Book", 1, "30", In(At, 10))).Invoice,
            Sold(2, new(2026, 2, 6), Consumer, Euro("Lamp", 1, "100", In(Fr, 20)), Euro("Lamp", 1, "33.33", In(At, 20))).Invoice,
            Sold(3, new(2026, 2, 7), Party("Jan", "Delft", "NL", ""), Euro("Lamp", 1, "100", In(Nl, 21))).Invoice,
        ], [Credited(december, new(2026, 1, 7), PostedInMarch)]);
        var summary = Expect.Success(journal.OneStopShop(Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1)));
        Assert.Equal(
            ["AT 10% 30.00 EUR 3.00 EUR", "AT 20% 233.33 EUR 46.67 EUR", "FR 20% 100.00 EUR 20.00 EUR"],
            summary.Lines.Select(l => $"{l.Country} {l.Rate} {l.Base} {l.Tax}"));
        Assert.Equal("AT 2025-Q4 -10.00 EUR GS-RE-2026-0009", summary.Corrections.Select(c => $"{c.Country} {c.Period} {c.Tax} {c.Documents[0]}").Single());
        Assert.Equal("59.67 EUR", summary.Payable.ToString());
        var kroner = Expect.Success(journal.OneStopShop(
            Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1), default, new(Currency.Eur, Currency.Of("SEK"), 11.25m, new(2026, 3, 31), "ECB")));
        Assert.Equal("33.75 SEK", kroner.Lines[0].Tax.ToString());
        Expect.Refused(TaxJournalErrors.RateMissing, journal.OneStopShop(
            Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1), default, new(Currency.Gbp, Currency.Usd, 1.2m, new(2026, 3, 31), "ECB")));
    }

    [Fact]
    public void A_foreign_document_is_reported_at_its_booking_rate_to_the_cent()
    {
        var rate = new ExchangeRate(Currency.Eur, Currency.Usd, 1.1234m, new(2026, 3, 4), "ECB");
        var invoice = Sold(1, new(2026, 3, 5), German, rate, PostedInMarch, Currency.Usd, Line("Lamp", 7, "9.99 USD", Nineteen), Line("Book", 1, "12.35 USD", Seven)).Invoice;
        var journal = TaxJournal.Of([invoice], []);
        Assert.Equal(invoice.FunctionalTotals.Tax, Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 3), Form)).Tax);
        Expect.Refused(TaxJournalErrors.OtherCurrency, journal.Return(Entity, Currency.Usd, TaxPeriod.Month(2026, 3), Form));
        Expect.Found(TaxJournalErrors.OtherCurrency, journal.With(journal.Entries[0] with { FunctionalBase = Money.Zero(Currency.Usd) }).Check());
    }

    [Fact]
    public void What_no_box_takes_is_shown_and_a_broken_form_refused()
    {
        var journal = TaxJournal.Of([Sold(1, new(2026, 3, 5), German, Euro("Book", 1, "10", Seven), Euro("Lamp", 1, "10", Nineteen)).Invoice], []);
        var filed = Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 3), [Form[0]]));
        Assert.Equal(Percentage.Of(7), Assert.Single(filed.Unboxed).Rate);
        Expect.Refused(TaxJournalErrors.BoxInvalid, journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 3), [Form[0], Form[0], Form[0] with { Code = "" }]));
    }

    [Fact]
    public void The_tie_lists_each_document_that_differs_even_when_the_totals_agree()
    {
        var journal = TaxJournal.Of(
            [.. Enumerable.Range(1, 3).Select(n => Sold(n, new(2026, 3, n), German, Euro("Lamp", n, "100", Nineteen), Euro("Book", 1, "10", Seven)).Invoice)], []);
        LedgerTax[] ledger = [.. journal.Entries.Select(e => new LedgerTax { Number = e.Number, Category = e.Category, Tax = e.Tax, FunctionalTax = e.FunctionalTax })];
        Assert.True(journal.Tie(ledger).IsTied);
        Assert.All(journal.Tie(ledger).Totals, t => Assert.True(t.Difference.IsZero));

        ledger[0] = ledger[0] with { Tax = ledger[0].Tax + Money.Parse("0.01 EUR") };
        ledger[2] = ledger[2] with { Tax = ledger[2].Tax - Money.Parse("0.01 EUR") };
        var tie = journal.Tie([.. ledger[..^2], new() { Number = new("RE-X"), Category = TaxCategory.Standard, Tax = Money.Parse("1.00 EUR"), FunctionalTax = Money.Parse("1.00 EUR") }]);
        Assert.False(tie.IsTied);
        Assert.Equal(
        [
            "RE-2026-0001 S 19.70 EUR 19.71 EUR", "RE-2026-0002 S 38.70 EUR 38.69 EUR", "RE-2026-0003 S 57.70 EUR 0.00 EUR", "RE-2026-0003 S 57.70 EUR 0.00 EUR",
            "RE-X S 0.00 EUR 1.00 EUR", "RE-X S 0.00 EUR 1.00 EUR",
        ], tie.Differences.Select(d => $"{d.Number} {d.Category} {d.Journal} {d.Ledger}"));
    }

    [Fact]
    public void A_ledger_without_categories_is_tied_per_currency()
    {
        var journal = TaxJournal.Of([Sold(1, new(2026, 3, 1), German, Euro("Lamp", 1, "100", Nineteen)).Invoice], []);
        var tie = journal.Tie([new() { Number = new("RE-2026-0001"), Tax = Money.Parse("19.00 EUR"), FunctionalTax = Money.Parse("19.00 EUR") }]);
        Assert.True(tie.IsTied);
        Assert.All(tie.Totals, t => Assert.True(t.Category.IsNone));
    }

    [Fact]
    public void The_file_has_control_totals_and_quotes_what_needs_it()
    {
        var journal = TaxJournal.Of([Sold(1, new(2026, 3, 1), German, Euro("Lamp", 1, "100", Nineteen), Euro("Book", 2, "5", Seven)).Invoice], []);
        Assert.Equal("""
            legal_entity,kind,number,document_date,tax_point,corrects,customer,buyer_country,buyer_tax_id,country,supply,category,rate,currency,base,tax,functional_currency,functional_base,functional_tax
            DE,Invoice,RE-2026-0001,2026-03-01,2026-03-01,,C-17850,DE,DE811907980,DE,Domestic,S,7,EUR,10.00,0.70,EUR,10.00,0.70
            DE,Invoice,RE-2026-0001,2026-03-01,2026-03-01,,C-17850,DE,DE811907980,DE,Domestic,S,19,EUR,100.00,19.00,EUR,100.00,19.00
            control,rows,2
            control,document,EUR,110.00,19.70
            control,functional,EUR,110.00,19.70

            """.ReplaceLineEndings("\n"), TaxJournalFile.Write(journal));
        var odd = new TaxJournal().With(journal.Entries[0] with { Customer = new("A, \"B\"") });
        Assert.Contains(",\"A, \"\"B\"\"\",", TaxJournalFile.Write(odd), StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_are_calendar_months_and_quarters()
    {
        Assert.Equal((new LocalDate(2026, 2, 1), new LocalDate(2026, 2, 28), "2026-02"), (TaxPeriod.Month(2026, 2).From, TaxPeriod.Month(2026, 2).Until, TaxPeriod.Month(2026, 2).ToString()));
        Assert.Equal((new LocalDate(2026, 10, 1), new LocalDate(2026, 12, 31), "2026-Q4"), (TaxPeriod.Quarter(2026, 4).From, TaxPeriod.Quarter(2026, 4).Until, TaxPeriod.Quarter(2026, 4).ToString()));
        Assert.Equal(TaxPeriod.Quarter(2027, 1), TaxPeriod.Quarter(2026, 4).Next);
        Assert.True(TaxPeriod.Quarter(2026, 1).Contains(new(2026, 3, 31)));
        Assert.True(TaxPeriod.Month(2026, 1).CompareTo(TaxPeriod.Month(2026, 2)) < 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => TaxPeriod.Quarter(2026, 5));
    }

    [Fact]
    public void Tax_due_on_receipt_is_reported_receipt_by_receipt_and_comes_to_the_documents_tax()
    {
        var rate = new ExchangeRate(Currency.Eur, Currency.Usd, 1.1234m, new(2026, 1, 4), "ECB");
        var invoice = Sold(1, new(2026, 1, 5), German, rate, PostedInMarch, Currency.Usd, Line("Lamp", 7, "9.99 USD", Nineteen), Line("Book", 1, "12.35 USD", Seven)).Invoice;
        var (nineteen, seven) = (invoice.Breakdown.Single(b => b.Rate == Percentage.Of(19)), invoice.Breakdown.Single(b => b.Rate == Percentage.Of(7)));
        var first = nineteen with { Base = Money.Parse("20.00 USD"), Tax = Money.Parse("3.80 USD") };
        TaxReceipt[] receipts =
        [
            new() { ReceivedOn = new(2026, 2, 3), RecordedAt = PostedInMarch, Shares = [first] },
            new() { ReceivedOn = new(2026, 3, 4), RecordedAt = PostedInMarch, Shares = [nineteen with { Base = nineteen.Base - first.Base, Tax = nineteen.Tax - first.Tax }, seven] },
        ];
        var journal = Expect.Success(new TaxJournal().WithReceipts(invoice, [.. receipts]));
        var wrong = new TaxJournal().WithReceipts(invoice, [receipts[0] with { Shares = [first, first, first with { Rate = Percentage.Of(99) }] }]);
        Expect.Refused(TaxJournalErrors.ReceiptMismatch, wrong);
        Assert.Equal(["receipts[0].shares[1]", "receipts[0].shares[2]"], wrong.Errors.Select(e => e.Target));
        Assert.Equal("3.38 EUR", Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 2), Form)).Tax.ToString());
        Assert.True(Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Month(2026, 1), Form)).Tax.IsZero);
        var quarter = Expect.Success(journal.Return(Entity, Currency.Eur, TaxPeriod.Quarter(2026, 1), Form));
        Assert.Equal((invoice.FunctionalTotals.Tax, invoice.FunctionalTotals.Net), (quarter.Tax, quarter.Base));
    }

    [Fact]
    public void A_journal_survives_json()
    {
        var account = Sold(1, new(2026, 3, 5), French, Euro("Lamp", 1, "100", Goods));
        var journal = TaxJournal.Of([account.Invoice], [Credited(account, new(2026, 3, 9), PostedInMarch)]);
        Assert.Equal(journal, JsonSerializer.Deserialize<TaxJournal>(JsonSerializer.Serialize(journal, Stored), Stored));
    }
}
