namespace OrderToCash.Receivables.Tests;

/// <summary>The events of the vectors in combinations the file does not have.</summary>
public class LedgerEventTests
{
    private static void Same(string expected, string actual) => Assert.Equal(Story.Lines(expected), actual);

    [Fact]
    public void A_final_invoice_takes_a_taxed_deposit_off_with_its_tax()
    {
        var story = new Story();
        Same("""
            C liability.customer-deposit 1000.00 EUR DP
            C tax.output 190.00 EUR
            D cash.bank 1190.00 EUR
            """, story.Post("2024-01-01", "DepositReceived", """{"cash":{"amount":"1190.00"},"item":"DP","tax":[{"percent":"19"}]}"""));
        Same("""
            C revenue.sales 10000.00 EUR
            C tax.output 1710.00 EUR
            D liability.customer-deposit 1000.00 EUR DP
            D receivable.trade 10710.00 EUR A
            """, story.Post("2024-02-01", "FinalInvoiceIssued", """{"item":"A","net":"10000.00","tax":[{"percent":"19"}],"deposits":["DP"]}"""));
    }

    [Fact]
    public void An_advance_in_dollars_is_revenue_at_the_rate_it_came_at()
    {
        var story = new Story();
        story.Post("2024-01-01", "DepositReceived", """{"cash":{"amount":"1000.00","currency":"USD","rate":"0.90","account":"cash.bank-usd"},"item":"DP"}""");
        Same("""
            C revenue.sales 3000.00 USD = 2800.00 EUR
            D liability.customer-deposit 1000.00 USD = 900.00 EUR DP
            D receivable.trade 2000.00 USD = 1900.00 EUR A
            """, story.Post("2024-02-01", "FinalInvoiceIssued", """{"item":"A","net":"3000.00","currency":"USD","rate":"0.95","deposits":["DP"]}"""));
    }

    [Fact]
    public void A_taxed_deposit_is_used_with_its_tax_and_comes_back_with_it()
    {
        var story = new Story();
        story.Post("2024-01-01", "DepositReceived", """{"cash":{"amount":"1190.00"},"item":"DP","tax":[{"percent":"19"}]}""");
        story.Post("2024-02-01", "InvoiceIssued", """{"item":"A","net":"500.00","tax":[{"percent":"19"}]}""");
        Same("""
            C receivable.trade 595.00 EUR A
            D liability.customer-deposit 500.00 EUR DP
            D tax.output 95.00 EUR
            """, story.Post("2024-02-10", "DepositApplied", """{"from":"DP","to":["A"]}"""));
        Same("""
            C cash.bank 595.00 EUR
            D liability.customer-deposit 500.00 EUR DP
            D tax.output 95.00 EUR
            """, story.Post("2024-02-11", "RefundPaid", """{"item":"DP"}"""));
        Same("""
            C liability.customer-deposit 500.00 EUR DP
            C tax.output 95.00 EUR
            D receivable.trade 595.00 EUR A
            """, story.Post("2024-02-12", "PaymentUnapplied", """{"undo":2}"""));
    }

    [Fact]
    public void An_invoice_recorded_net_earns_what_late_payers_pay_on_top()
    {
        var story = new Story(given: """{"discountMethod":"net"}""");
        Same("""
            C revenue.sales 980.00 EUR
            C tax.output 186.20 EUR
            D receivable.trade 1166.20 EUR A
            """, story.Post("2024-01-01", "InvoiceIssued",
                """{"item":"A","net":"1000.00","tax":[{"percent":"19"}],"discount":{"percent":"2","days":10,"taxMode":"included"}}"""));
        story.Post("2024-01-20", "PaymentApplied", """{"cash":{"amount":"600.00"},"to":["A"]}""");
        Same("""
            C liability.customer-credit 10.00 EUR OA
            C receivable.trade 566.20 EUR A
            C revenue.discounts-forfeited 20.00 EUR
            C tax.output 3.80 EUR
            D cash.bank 600.00 EUR
            """, story.Post("2024-01-21", "PaymentApplied", """{"cash":{"amount":"600.00"},"to":["A"],"over":"OA"}"""));
        Assert.Equal(Money.Parse("0.00 EUR"), story.Books["A"].ForfeitedOn(new(2024, 1, 22)));
    }

    [Fact]
    public void In_time_nothing_is_forfeited()
    {
        var story = new Story(given: """{"discountMethod":"net"}""");
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","discount":{"percent":"2","days":10,"taxMode":"included"}}""");
        Same("C receivable.trade 980.00 EUR A\nC liability.customer-credit 20.00 EUR O\nD cash.bank 1000.00 EUR",
            story.Post("2024-01-11", "PaymentApplied", """{"cash":{"amount":"1000.00"},"to":["A"],"over":"O"}"""));
    }

    [Fact]
    public void A_whole_credit_note_gives_back_what_was_paid_of_the_instalments()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","tax":[{"percent":"19"}],"instalments":["30","70"]}""");
        story.Post("2024-01-20", "PaymentApplied", """{"cash":{"amount":"500.00"},"to":["A"]}""");
        Same("""
            C liability.customer-credit 500.00 EUR CR
            C receivable.trade 690.00 EUR A/2
            D revenue.sales 1000.00 EUR
            D tax.output 190.00 EUR
            """, story.Post("2024-01-21", "CreditNoteIssued", """{"of":"A","all":true,"over":"CR"}"""));
    }

    [Fact]
    public void A_whole_credit_note_takes_back_what_was_deferred_and_what_became_revenue_of_it()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1200.00","defer":[{"role":"liability.contract","item":"S","amount":"1200.00"}]}""");
        story.Post("2024-01-20", "RevenueRecognised", """{"item":"S","part":[1,12]}""");
        Same("""
            C receivable.trade 1200.00 EUR A
            D liability.contract 1100.00 EUR S
            D revenue.sales 100.00 EUR
            """, story.Post("2024-01-21", "CreditNoteIssued", """{"of":"A","all":true}"""));
    }

    [Fact]
    public void Revenue_before_the_invoice_is_cleared_by_it_and_open_again_when_it_is_credited()
    {
        var story = new Story();
        Same("C revenue.sales 400.00 EUR\nD asset.contract 400.00 EUR CA",
            story.Post("2024-01-01", "RevenueRecognised", """{"item":"CA","amount":"400.00","as":"asset.contract"}"""));
        Same("""
            C asset.contract 400.00 EUR CA
            C revenue.sales 600.00 EUR
            C tax.output 190.00 EUR
            D receivable.trade 1190.00 EUR A
            """, story.Post("2024-01-20", "InvoiceIssued", """{"item":"A","net":"1000.00","tax":[{"percent":"19"}],"contractAssets":["CA"]}"""));
        Same("""
            C receivable.trade 1190.00 EUR A
            D asset.contract 400.00 EUR CA
            D revenue.sales 600.00 EUR
            D tax.output 190.00 EUR
            """, story.Post("2024-01-21", "CreditNoteIssued", """{"of":"A","all":true}"""));
    }

    [Fact]
    public void Money_due_before_delivery_is_a_contract_liability_until_it_is_delivered()
    {
        var story = new Story();
        Same("C liability.contract 1000.00 EUR S\nD receivable.trade 1000.00 EUR A", story.Post("2024-01-01", "AdvanceInvoiceDue",
            """{"item":"A","net":"1000.00","defer":[{"role":"liability.contract","item":"S","amount":"1000.00"}]}"""));
        Same("C revenue.sales 1000.00 EUR\nD liability.contract 1000.00 EUR S", story.Post("2024-02-20", "RevenueRecognised", """{"item":"S"}"""));
    }

    [Fact]
    public void What_we_owe_the_same_party_is_set_off_and_can_be_taken_back()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00"}""");
        Same("C receivable.trade 400.00 EUR A\nD payable.trade 400.00 EUR", story.Post("2024-01-20", "SetOff", """{"amount":"400.00","to":["A"]}"""));
        Same("D receivable.trade 400.00 EUR A\nC payable.trade 400.00 EUR", story.Post("2024-01-21", "PaymentUnapplied", """{"undo":1}"""));
    }

    [Theory]
    [InlineData("PaymentAppliedWithWriteOff", "priceReduction", "D expense.small-differences 1.00 EUR\nD tax.output 0.19 EUR")]
    [InlineData("PaymentAppliedWithWriteOff", null, "D expense.small-differences 1.19 EUR")]
    [InlineData("PaymentApplied", "priceReduction", "D revenue.sales-returns 1.00 EUR\nD tax.output 0.19 EUR")]
    [InlineData("PaymentApplied", "bankCharge", "D expense.bank-charges 1.19 EUR")]
    [InlineData("PaymentApplied", "withholding", "D asset.withholding-tax 1.19 EUR")]
    public void Why_money_is_short_says_where_the_rest_goes(string name, string? rest, string lines)
    {
        var story = new Story(given: """{"tolerance":"5.00"}""");
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","tax":[{"percent":"19"}]}""");
        Same("C receivable.trade 1190.00 EUR A\nD cash.bank 1188.81 EUR\n" + lines, story.Post("2024-01-20", name,
            rest is null ? """{"cash":{"amount":"1188.81"},"to":["A"]}""" : $$"""{"cash":{"amount":"1188.81"},"to":["A"],"rest":"{{rest}}"}"""));
    }

    [Fact]
    public void One_receipt_on_several_dollar_items_leaves_its_cents_to_rounding()
    {
        var story = new Story();
        foreach (var item in (string[])["A", "B", "C"])
            story.Post("2024-01-01", "InvoiceIssued", $$"""{"item":"{{item}}","net":"33.33","currency":"USD","rate":"0.9"}""");
        Same("""
            C receivable.trade 33.33 USD = 30.00 EUR A
            C receivable.trade 33.33 USD = 30.00 EUR B
            C receivable.trade 33.33 USD = 30.00 EUR C
            C rounding.fx 0.00 USD = 0.01 EUR
            D cash.bank-usd 99.99 USD = 87.64 EUR
            D fx.realised-loss 0.00 USD = 2.37 EUR
            """, story.Post("2024-01-20", "PaymentApplied", """{"cash":{"amount":"99.99","currency":"USD","rate":"0.8765","account":"cash.bank-usd"},"to":["A","B","C"]}"""));
    }

    [Fact]
    public void A_credit_note_inside_a_receipt_comes_before_the_discount_and_goes_back_with_the_entry()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","discount":{"percent":"2","days":10,"taxMode":"included"}}""");
        Same("""
            C receivable.trade 1000.00 EUR A
            D cash.bank 882.00 EUR
            D revenue.discounts-allowed 18.00 EUR
            D revenue.sales-returns 100.00 EUR
            """, story.Post("2024-01-05", "PaymentAppliedWithDiscount",
                """{"cash":{"amount":"882.00"},"to":["A"],"credit":{"item":"A","net":"100.00","contra":"revenue.sales-returns"}}"""));
        Same("""
            D receivable.trade 1000.00 EUR A
            C cash.bank 882.00 EUR
            C revenue.discounts-allowed 18.00 EUR
            C revenue.sales-returns 100.00 EUR
            """, story.Post("2024-01-06", "PaymentReturned", """{"undo":1}"""));
    }

    [Fact]
    public void Relief_is_taken_rate_by_rate_and_owed_again_with_what_comes_in()
    {
        var story = new Story(given: """{"badDebt":"allowance","taxRelief":true}""");
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","tax":[{"percent":"19"},{"fixed":"3.00","role":"tax.output.fixed"}]}""");
        Same("""
            C receivable.trade 1193.00 EUR A
            D contra.allowance 1000.00 EUR
            D tax.output 190.00 EUR
            D tax.output.fixed 3.00 EUR
            """, story.Post("2024-01-05", "BadDebtWrittenOff", """{"item":"A"}"""));
        Same("""
            C contra.allowance 335.29 EUR
            C tax.output 63.70 EUR
            C tax.output.fixed 1.01 EUR
            D receivable.trade 400.00 EUR A
            """, story.Post("2024-01-06", "BadDebtReinstated", """{"item":"A","amount":"400.00"}"""));
        Same("""
            C income.bad-debt-recovery 83.82 EUR
            C tax.output 15.93 EUR
            C tax.output.fixed 0.25 EUR
            D cash.bank 100.00 EUR
            """, story.Post("2024-01-07", "BadDebtRecovered", """{"cash":{"amount":"100.00"},"of":"A"}"""));
        story.Post("2024-01-08", "PaymentReturned", """{"undo":3}""");
        Assert.True(story.Books["A"].Recovered.IsZero);
    }

    [Fact]
    public void Three_parts_of_a_bad_debt_take_the_whole_tax_back()
    {
        var story = new Story(given: """{"badDebt":"direct","taxRelief":true}""");
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"20.00","tax":[{"percent":"20"}]}""");
        for (var i = 0; i < 3; i++) story.Post("2024-02-01", "BadDebtWrittenOff", """{"item":"A","amount":"8.00"}""");
        Assert.True(story.Books.Balance(AccountRole.OutputTax).IsZero);
    }

    [Fact]
    public void A_revaluation_that_stays_is_released_with_what_is_settled_and_follows_a_deduction()
    {
        var story = new Story(given: """{"revaluation":"nonReversing"}""");
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","currency":"USD","rate":"0.90"}""");
        Same("C fx.unrealised-gain 0.00 USD = 30.00 EUR\nD receivable.fx-adjustment 0.00 USD = 30.00 EUR",
            story.Post("2024-12-31", "FxRevalued", """{"rates":{"USD":"0.93"}}"""));
        Same("""
            C receivable.fx-adjustment 0.00 USD = 12.00 EUR
            C receivable.trade 400.00 USD = 360.00 EUR A
            D cash.bank-usd 400.00 USD = 352.00 EUR
            D fx.realised-loss 0.00 USD = 20.00 EUR
            """, story.Post("2025-01-20", "PaymentApplied", """{"cash":{"amount":"400.00","currency":"USD","rate":"0.88","account":"cash.bank-usd"},"to":["A"]}"""));
        Same("C receivable.trade 600.00 USD = 540.00 EUR A\nD receivable.deductions 600.00 USD = 540.00 EUR D",
            story.Post("2025-01-21", "DeductionOpened", """{"of":"A","item":"D"}"""));
        Assert.Equal(Money.Parse("18.00 EUR"), story.Books["D"].OpenAdjustment);
        Same("""
            C receivable.deductions 600.00 USD = 540.00 EUR D
            C receivable.fx-adjustment 0.00 USD = 18.00 EUR
            D expense.bad-debt 600.00 USD = 558.00 EUR
            """, story.Post("2025-01-22", "BadDebtWrittenOff", """{"item":"D"}"""));
        Assert.True(story.Books.Balance(AccountRole.FxAdjustment).IsZero);
    }

    [Fact]
    public void A_revaluation_reversed_the_next_day_leaves_the_result_to_the_booking_rate()
    {
        var story = new Story(given: """{"revaluation":"reversing"}""");
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","currency":"USD","rate":"0.90"}""");
        story.Post("2024-12-31", "FxRevalued", """{"rates":{"USD":"0.93"}}""");
        story.Post("2025-01-01", "FxRevaluationReversed", """{"undo":1}""");
        Same("""
            C receivable.trade 1000.00 USD = 900.00 EUR A
            D cash.bank 1000.00 USD = 880.00 EUR
            D fx.realised-loss 0.00 USD = 20.00 EUR
            """, story.Post("2025-01-20", "PaymentApplied", """{"cash":{"amount":"1000.00","currency":"USD","rate":"0.88"},"to":["A"]}"""));
    }

    [Fact]
    public void Advances_keep_their_rate()
    {
        var story = new Story();
        story.Post("2024-01-01", "DepositReceived", """{"cash":{"amount":"100.00","currency":"USD","rate":"0.90"},"item":"DP"}""");
        story.Post("2024-01-01", "PaymentReceived", """{"cash":{"amount":"100.00","currency":"USD","rate":"0.90"},"item":"P"}""");
        Same("C receivable.fx-adjustment 0.00 USD = 3.00 EUR\nD fx.unrealised-loss 0.00 USD = 3.00 EUR",
            story.Post("2024-12-31", "FxRevalued", """{"rates":{"USD":"0.93"}}"""));
    }

    [Fact]
    public void Several_taxes_on_one_net_each_get_their_part_of_the_discount_and_a_fixed_one_none()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """
            {"item":"A","net":"1000.00","tax":[{"percent":"5"},{"percent":"9.975","role":"tax.output.local"},{"fixed":"3.00","role":"tax.output.fixed"}],
             "discount":{"percent":"2","taxMode":"included"}}
            """);
        Same("""
            C receivable.trade 1152.75 EUR A
            D cash.bank 1129.75 EUR
            D revenue.discounts-allowed 20.00 EUR
            D tax.output 1.00 EUR
            D tax.output.local 2.00 EUR
            """, story.Post("2024-01-05", "PaymentAppliedWithDiscount", """{"cash":{"amount":"1129.75"},"to":["A"]}"""));
    }

    [Fact]
    public void A_discount_on_the_net_is_on_the_net_that_credit_notes_left()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","tax":[{"percent":"15"}],"discount":{"percent":"10","taxMode":"excluded"}}""");
        story.Post("2024-01-02", "CreditNoteIssued", """{"item":"A","net":"100.00","contra":"revenue.sales-returns"}""");
        Same("""
            C receivable.trade 1050.00 EUR A
            D cash.bank 960.00 EUR
            D revenue.discounts-allowed 90.00 EUR
            """, story.Post("2024-01-05", "PaymentAppliedWithDiscount", """{"cash":{"amount":"960.00"},"to":["A"]}"""));
    }

    [Fact]
    public void Instalments_carry_their_share_of_tax_and_discount()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued",
            """{"item":"A","net":"1000.01","tax":[{"percent":"19"}],"discount":{"percent":"2","taxMode":"included"},"instalments":["33.33","33.33","33.34"]}""");
        var items = story.Books.Items.Values.ToList();
        Assert.Equal(Money.Parse("190.00 EUR"), Money.Sum(items.SelectMany(i => i.TaxShares).Select(s => s.Tax), Currency.Eur));
        Same("""
            C receivable.trade 396.63 EUR A/1
            D cash.bank 388.70 EUR
            D revenue.discounts-allowed 6.66 EUR
            D tax.output 1.27 EUR
            """, story.Post("2024-01-05", "PaymentAppliedWithDiscount", """{"cash":{"amount":"388.70"},"to":["A/1"]}"""));
    }

    [Fact]
    public void Money_in_a_third_currency_settles_and_a_chargeback_takes_it_back_in_its_own()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00","currency":"USD","rate":"0.9"}""");
        Same("""
            C fx.clearing 800.00 GBP = 920.00 EUR
            C fx.realised-gain 0.00 USD = 20.00 EUR
            C receivable.trade 1000.00 USD = 900.00 EUR A
            D cash.clearing.psp 800.00 GBP = 920.00 EUR
            D fx.clearing 1000.00 USD = 920.00 EUR
            """, story.Post("2024-01-05", "PaymentApplied", """{"cash":{"amount":"800.00","currency":"GBP","rate":"1.15","account":"cash.clearing.psp"},"to":["A"]}"""));
        Same("""
            C cash.clearing.psp 815.00 GBP = 937.25 EUR
            D expense.bank-charges 15.00 GBP = 17.25 EUR
            D receivable.chargebacks 800.00 GBP = 920.00 EUR CB
            """, story.Post("2024-01-06", "ChargebackReceived", """{"receipt":1,"item":"CB","fee":"15.00"}"""));
        Same("D cash.clearing.psp 800.00 GBP = 920.00 EUR\nC receivable.chargebacks 800.00 GBP = 920.00 EUR CB",
            story.Post("2024-01-07", "ChargebackReversed", """{"item":"CB"}"""));
    }

    [Fact]
    public void Dollars_that_pay_a_euro_invoice_have_no_exchange_result()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"1000.00"}""");
        Same("""
            C fx.clearing 1200.00 USD = 1080.00 EUR
            C liability.customer-credit 80.00 EUR OA
            C receivable.trade 1000.00 EUR A
            D cash.bank-usd 1200.00 USD = 1080.00 EUR
            D fx.clearing 1080.00 EUR
            """, story.Post("2024-01-05", "PaymentApplied", """{"cash":{"amount":"1200.00","currency":"USD","rate":"0.9","account":"cash.bank-usd"},"to":["A"],"over":"OA"}"""));
    }

    [Fact]
    public void A_bounce_takes_the_later_application_with_it()
    {
        var story = new Story();
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"100.00"}""");
        story.Post("2024-01-02", "PaymentReceived", """{"cash":{"amount":"100.00"},"item":"P"}""");
        story.Post("2024-01-03", "PaymentApplied", """{"from":"P","to":["A"]}""");
        Same("C cash.bank 100.00 EUR\nD receivable.trade 100.00 EUR A", story.Post("2024-01-04", "PaymentReturned", """{"undo":1}"""));
    }

    [Fact]
    public void Interest_is_by_the_days_of_a_year_of_365_and_rebates_settle_invoices()
    {
        var story = new Story();
        Same("C revenue.interest 8.22 EUR\nD receivable.interest 8.22 EUR T",
            story.Post("2024-01-01", "InterestCharged", """{"item":"T","principal":"1000.00","annualPercent":"10","days":30}"""));
        story.Post("2024-01-01", "InvoiceIssued", """{"item":"A","net":"100.00","defer":[{"role":"liability.refund","item":"R","amount":"10.00"}]}""");
        Same("C receivable.trade 10.00 EUR A\nD liability.refund 10.00 EUR R", story.Post("2024-01-02", "PaymentApplied", """{"from":"R","to":["A"]}"""));
        Same("C contra.allowance 7.00 EUR\nC liability.customer-credit 30.00 EUR Y\nC equity.opening 63.00 EUR\nD receivable.trade 100.00 EUR X",
            story.Post("2024-01-03", "OpeningBalance", """{"items":{"X":"100.00","Y":"-30.00"},"allowance":"7.00"}"""));
        Same("D contra.allowance 2.00 EUR\nC expense.bad-debt 2.00 EUR", story.Post("2024-01-04", "AllowanceAdjusted", """{"target":"5.00"}"""));
    }
}
