using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class AllowanceChargeTests
{
    private static readonly DraftInvoice Sound = Draft().With(Line("Lantern", 3, "10.00 GBP"), Line("Book", 2, "5.00 GBP", Zero));

    [Fact]
    public void Totals_are_those_of_EN_16931()
    {
        var draft = Sound.With(
            AllowanceCharge.Allowance(Gbp(30), Percentage.Of(10), "Loyal customer", AllowanceChargeReason.Discount).Taxed(Twenty),
            AllowanceCharge.Charge(Gbp(7.5m), "Freight", AllowanceChargeReason.Freight).Taxed(Twenty)) with
        {
            Prepaid = Gbp(5), CashRounding = CashRounding.To(Gbp(0.05m)),
        };
        var invoice = draft.Posted().Invoice;
        var totals = invoice.Totals;
        Assert.Equal(Gbp(40), totals.LineNet);
        Assert.Equal(Gbp(3), totals.Allowances);
        Assert.Equal(Gbp(7.5m), totals.Charges);
        Assert.Equal(Gbp(44.5m), totals.Net);
        Assert.Equal(Gbp(6.9m), totals.Tax);
        Assert.Equal(Gbp(51.4m), totals.Gross);
        Assert.Equal(Gbp(5), totals.Prepaid);
        Assert.Equal(Gbp(0), totals.RoundingAmount);
        Assert.Equal(Gbp(46.4m), totals.Payable);
        Assert.Equal(Gbp(46.4m), Assert.Single(invoice.Instalments).Amount);
        // The tax contained in what is still to be paid: the prepaid part took its share first.
        Assert.Equal(Gbp(46.4m), Money.Sum(invoice.Instalments[0].TaxShares.Select(s => s.Gross), Currency.Gbp));
        Assert.Empty(invoice.Check());
    }

    [Fact]
    public void A_percentage_off_everything_is_one_allowance_a_category()
    {
        var draft = Sound.WithAllowance(Percentage.Of(12.5m), "Season");
        Assert.Equal([("S", "3.75 GBP", "30.00 GBP"), ("Z", "1.25 GBP", "10.00 GBP")],
            draft.AllowancesCharges.Select(a => (a.Tax!.Category.Value, a.Amount.ToString(), a.Base.ToString()!)));
        Assert.Empty(draft.Check());
        Assert.Equal(Gbp(35), draft.Totals().Net);
    }

    [Fact]
    public void An_amount_off_everything_is_split_exactly()
    {
        var draft = Expect.Success(Sound.WithAllowance(Gbp(0.99m), "Goodwill"));
        Assert.Equal(["0.74 GBP", "0.25 GBP"], draft.AllowancesCharges.Select(a => a.Amount.ToString()));
        Assert.Empty(draft.Check());
        Expect.Refused(InvoiceErrors.AllowanceTooLarge, Sound.WithAllowance(Gbp(40.01m), "Too much"));
    }

    [Fact]
    public void A_line_has_allowances_and_charges_of_its_own()
    {
        var line = Line("Lantern", 12, "2.50 GBP")
            .With(AllowanceCharge.Allowance(Gbp(30), Percentage.Of(3), "Damaged box", AllowanceChargeReason.Discount))
            .With(AllowanceCharge.Charge(Gbp(1.2m), "Gift wrap"));
        Assert.Equal(Gbp(30.3m), line.Net);
        Assert.Empty(Draft().With(line).Check());
        Expect.Found(InvoiceErrors.LineNetMismatch, Draft().With(line with { Net = Gbp(30) }).Check());
    }

    [Fact]
    public void A_price_has_a_base_quantity_and_a_discount()
    {
        var line = Line("Screws", 250, "12.00 GBP per 100") with { GrossPrice = UnitPrice.Parse("15.00 GBP per 100") };
        Assert.Equal(Gbp(30), line.Net);
        Assert.Equal(3m, line.PriceDiscount);
        Assert.Equal(100m, line.NetPrice.Per);
        Assert.Empty(Draft().With(line).Check());
        Expect.Found(InvoiceErrors.GrossPriceMismatch, Draft().With(line with { GrossPrice = UnitPrice.Parse("11.00 GBP per 100") }).Check());
        Expect.Found(InvoiceErrors.GrossPriceMismatch, Draft().With(line with { GrossPrice = UnitPrice.Parse("15.00 GBP") }).Check());
        Expect.Found(InvoiceErrors.GrossPriceMismatch, Draft().With(line with { Price = null }).Check());
    }

    [Fact]
    public void A_line_without_a_price_states_its_net_for_its_quantity()
    {
        var line = Line("Lump", 3, "1.00 GBP") with { Price = null, Net = Gbp(10) };
        Assert.Equal("10 GBP per 3", line.NetPrice.ToString());
        Assert.Equal(Gbp(10), line.NetPrice.Times(line.Quantity, Rounding.HalfAwayFromZero));
        var reduced = line.With(AllowanceCharge.Allowance(Gbp(1), "Dent"));
        Assert.Equal(("10 GBP per 3", Gbp(9)), (reduced.NetPrice.ToString(), reduced.Net));
        var back = line with { Quantity = Quantity.Pieces(-3), Net = Gbp(-10) };
        Assert.Equal("10 GBP per 3", back.NetPrice.ToString());
    }

    [Fact]
    public void What_is_wrong_with_allowances_is_found_at_once()
    {
        var findings = (Sound with { Prepaid = Gbp(-1), RoundingAmount = Gbp(1) }).With(
            AllowanceCharge.Allowance(Gbp(-1), "Negative").Taxed(Twenty),
            AllowanceCharge.Allowance(Gbp(1), "").Taxed(Twenty),
            AllowanceCharge.Allowance(Gbp(1), "Untaxed"),
            AllowanceCharge.Allowance(Money.Parse("1.00 EUR"), "Foreign").Taxed(Twenty),
            AllowanceCharge.Allowance(Gbp(1), "Odd").Taxed(Twenty) with { Base = Gbp(10) },
            AllowanceCharge.Allowance(Gbp(10), Percentage.Of(10), "Odd").Taxed(Twenty) with { Amount = Gbp(2) },
            AllowanceCharge.Charge(Gbp(1), "Wrong").Taxed(Twenty with { Rate = Percentage.Zero })).Check();
        Expect.Found(InvoiceErrors.AllowanceNegative, findings);
        Expect.Found(InvoiceErrors.AllowanceReasonMissing, findings);
        Expect.Found(InvoiceErrors.AllowanceTax, findings);
        Expect.Found(InvoiceErrors.OtherCurrency, findings);
        Expect.Found(InvoiceErrors.TaxMismatch, findings);
        Expect.Found(InvoiceErrors.PrepaidNegative, findings);
        Expect.Found(InvoiceErrors.RoundingTooLarge, findings);
        Assert.Equal(2, findings.Count(f => f.Code == InvoiceErrors.AllowanceMismatch.Code));
        Expect.Found(InvoiceErrors.AllowanceTax,
            Draft().With(Line("Lamp", 1, "1.00 GBP").With(AllowanceCharge.Charge(Gbp(1), "Taxed twice").Taxed(Twenty))).Check());
        Expect.Found(InvoiceErrors.CashStepInvalid, (Sound with { CashRounding = new() { Step = Gbp(0) } }).Check());
        Expect.Found(InvoiceErrors.TotalNegative, (Sound with { Prepaid = Gbp(1000) }).Check());
        Expect.Found(InvoiceErrors.PeriodInvalid, (Sound with { Period = new() }).Check());
        Expect.Found(InvoiceErrors.PeriodInvalid,
            Draft().With(Line("Rent", 1, "1.00 GBP") with { Period = new() { Start = new(2011, 2, 1), End = new(2011, 1, 31) } }).Check());
    }

    [Fact]
    public void Absurd_percentages_are_findings()
    {
        var absurd = AllowanceCharge.Allowance(Gbp(1), "Absurd").Taxed(Twenty) with
        {
            Base = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Gbp), Percent = Percentage.Of(999_999),
        };
        Expect.Found(InvoiceErrors.AllowanceMismatch, Sound.With(absurd).Check());
        Expect.Found(InvoiceErrors.AllowanceMismatch, Sound.With(absurd with { Percent = Percentage.Of(decimal.MaxValue) }).Check());
    }

    [Fact]
    public void A_discount_of_the_document_goes_back_with_its_lines_and_freight_when_it_is_named()
    {
        var account = Draft().With(Line("Lantern", 4, "25.00 GBP")).WithAllowance(Percentage.Of(10), "Season")
            .With(AllowanceCharge.Charge(Gbp(8), "Freight", AllowanceChargeReason.Freight).Taxed(Twenty)).Posted();
        var first = Expect.Success(account.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1))));
        Assert.Equal(Gbp(22.5m), NoteOf(first).Totals.Net);
        Assert.Equal(Gbp(2.5m), NoteOf(first).Totals.Allowances);
        Assert.Equal(Gbp(4.5m), NoteOf(first).Totals.Tax);
        var freight = Expect.Success(first.State.Credit(Credit(2) with
        {
            IsWhole = false, AllowancesCharges = [AllowanceChargeCredit.Of(2, Gbp(3))],
        }, Clerk, Noon));
        Assert.Equal(Gbp(3.6m), NoteOf(freight).Totals.Gross);
        var rest = Expect.Success(freight.State.Credited(3));
        Assert.Equal(Gbp(5), NoteOf(rest).Totals.Charges);
        Assert.True(rest.State.RemainingGross.IsZero);
        Assert.True(rest.State.IsFullyCredited);
        Assert.Empty(rest.State.Check());
    }

    [Fact]
    public void Credits_of_charges_that_do_not_fit_are_refused()
    {
        var account = Sound.With(AllowanceCharge.Charge(Gbp(8), "Freight").Taxed(Twenty)).Posted();
        Result<Decision<InvoiceAccount, InvoiceEvent>> Ask(params AllowanceChargeCredit[] asked) =>
            account.Credit(Credit(1) with { IsWhole = false, AllowancesCharges = asked.ToEquatableArray() }, Clerk, Noon);
        Expect.Refused(CreditNoteErrors.AllowanceUnknown, Ask(AllowanceChargeCredit.Of(2, Gbp(1))));
        Expect.Refused(CreditNoteErrors.AllowanceUnknown, Ask(AllowanceChargeCredit.Of(1, Gbp(1)), AllowanceChargeCredit.Of(1, Gbp(1))));
        Expect.Refused(CreditNoteErrors.ExceedsAllowance, Ask(AllowanceChargeCredit.Of(1, Gbp(8.01m))));
        Expect.Refused(CreditNoteErrors.ExceedsAllowance, Ask(AllowanceChargeCredit.Of(1, Gbp(0))));
        Expect.Refused(CreditNoteErrors.Ambiguous,
            account.Credit(Credit(1) with { AllowancesCharges = [AllowanceChargeCredit.Of(1, Gbp(1))] }, Clerk, Noon));
        Expect.Refused(CreditNoteErrors.Ambiguous, account.Credit(Credit(1) with { Gross = Gbp(1) }, Clerk, Noon));
    }

    [Fact]
    public void An_amount_with_tax_is_credited_over_all_that_is_left()
    {
        var account = Sound.Posted();
        var credited = Expect.Success(account.Credit(Credit(1) with { IsWhole = false, Gross = Gbp(0.03m) }, Clerk, Noon));
        Assert.Equal(Gbp(0.03m), NoteOf(credited).Totals.Gross);
        Assert.Equal(Gbp(45.97m), credited.State.RemainingGross);
        var rest = Expect.Success(credited.State.Credit(Credit(2) with { IsWhole = false, Gross = Gbp(45.97m) }, Clerk, Noon)).State;
        Assert.True(rest.IsFullyCredited);
        Assert.Empty(rest.Check());
        Expect.Refused(CreditNoteErrors.GrossMismatch, account.Credit(Credit(1) with { IsWhole = false, Gross = Gbp(46.01m) }, Clerk, Noon));
        Expect.Refused(CreditNoteErrors.GrossMismatch, account.Credit(Credit(1) with { IsWhole = false, Gross = Gbp(0) }, Clerk, Noon));
    }
}
