namespace OrderToCash.Invoicing.Tests;

public sealed class En16931RulesTests
{
    [Fact]
    public void Rules_follow_from_what_the_document_claims()
    {
        Assert.Equal(RuleSets.En16931, InvoiceProfile.SetsOf("urn:cen.eu:en16931:2017"));
        Assert.Equal(RuleSets.En16931, InvoiceProfile.SetsOf(null));
        Assert.Equal(InvoiceProfile.PeppolBilling3.Sets, InvoiceProfile.SetsOf(InvoiceProfile.PeppolBilling3.SpecificationId + "#extended"));
        Assert.Equal(InvoiceProfile.XRechnung3.Sets, InvoiceProfile.SetsOf("urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3"));
        Assert.Equal(InvoiceProfile.XRechnungExtension3.Sets, InvoiceProfile.SetsOf(InvoiceProfile.XRechnungExtension3.SpecificationId));
    }

    [Fact]
    public void A_finding_says_rule_place_and_figures()
    {
        var finding = Assert.Single(En16931Rules.Check(ADocument.Valid().Total(t => t with { Payable = t.Payable.Plus(1) })));
        Assert.Equal(("BR-CO-16", RuleSeverity.Fatal, "BT-115", "totals.payable"), (finding.Rule, finding.Severity, finding.Term, finding.Path));
        var payable = ADocument.Valid().Totals!.Payable!.Value.Value;
        Assert.Equal(FormattableString.Invariant($"Expected {payable}, found {payable + 1}."), finding.Message);
    }

    [Fact]
    public void A_cent_beside_the_tax_is_a_warning_officially_and_fatal_exactly()
    {
        var document = Moved(ADocument.Valid(), 0.01m);
        Assert.Equal(("O2C-TAX-AMOUNT", RuleSeverity.Warning), Only(document, RuleOptions.Official));
        Assert.Equal(("O2C-TAX-AMOUNT", RuleSeverity.Fatal), Only(document, RuleOptions.Exact));
        Assert.False(En16931Rules.HasFatal(En16931Rules.Check(document)));
    }

    [Fact]
    public void A_credit_note_may_be_a_cent_beside_but_not_two()
    {
        Assert.Equal(("O2C-TAX-AMOUNT", RuleSeverity.Information), Only(Moved(ADocument.Credit(), 0.01m), RuleOptions.Exact));
        Assert.Equal(("O2C-TAX-AMOUNT", RuleSeverity.Fatal), Only(Moved(ADocument.Credit(), 0.02m), RuleOptions.Exact));
        Assert.Equal(("O2C-TAX-AMOUNT", RuleSeverity.Fatal), Only(Moved(ADocument.Credit() with { PrecedingInvoices = [] }, 0.01m), RuleOptions.Exact));
    }

    [Fact]
    public void A_tax_with_the_wrong_sign_is_found_though_the_official_rule_looks_at_amounts_without_sign()
    {
        var document = ADocument.Valid();
        var tax = document.TaxBreakdown[0].TaxAmount!.Value.Value;
        Assert.Equal(("O2C-TAX-AMOUNT", RuleSeverity.Fatal), Only(Moved(document, -2 * tax), RuleOptions.Exact));
    }

    [Fact]
    public void A_check_digit_weighs_less_in_documents_of_others()
    {
        var document = ADocument.Valid(InvoiceProfile.PeppolBilling3).Buyer(b => b with { Ids = [new() { Value = "5560360794", Scheme = "0007" }] });
        Assert.Equal(("PEPPOL-COMMON-R049", RuleSeverity.Warning), Only(document, RuleOptions.Official));
        Assert.Equal(("PEPPOL-COMMON-R049", RuleSeverity.Fatal), Only(document, RuleOptions.Exact));
    }

    [Fact]
    public void The_extension_of_XRechnung_knows_more_codes()
    {
        var document = ADocument.Valid(InvoiceProfile.XRechnungExtension3).Attach(a => a with { MimeCode = "application/xml" })
            .Item(i => i with { StandardId = new() { Value = "1", Scheme = "XR01" } });
        Assert.Empty(En16931Rules.Check(document));
        Assert.Equal(["BR-CL-21", "BR-CL-24"], En16931Rules.Check(document, new() { Sets = InvoiceProfile.XRechnung3.Sets }).Select(f => f.Rule).Order());
    }

    [Fact]
    public void An_empty_document_is_only_findings() =>
        Assert.True(En16931Rules.HasFatal(En16931Rules.Check(new(), new() { Sets = (RuleSets)15 })));

    [Fact]
    public void What_could_not_be_read_is_not_missing()
    {
        var document = ADocument.Valid() with { IssueDate = null, Unreadable = ["issueDate"] };
        Assert.Empty(En16931Rules.Check(document));
    }

    [Theory]
    [InlineData(79228162514264337593543950335.0)]
    [InlineData(-1e15)]
    public void Huge_values_are_refused_before_anything_is_computed(double value)
    {
        var amount = value > 1e20 ? decimal.MaxValue : (decimal)value;
        var line = ADocument.Valid().Line(l => l with { Quantity = amount });
        Assert.Equal("O2C-RANGE", Assert.Single(En16931Rules.Check(line)).Rule);
        var total = ADocument.Valid().Total(t => t with { Rounding = ADocument.Eur(amount) });
        Assert.Equal("totals", Assert.Single(En16931Rules.Check(total)).Path);
    }

    [Fact]
    public void Many_subtotals_are_checked_like_few()
    {
        var valid = ADocument.Valid();
        var many = ADocument.Computed(valid with
        {
            AllowancesCharges = [],
            Lines = [.. Enumerable.Range(1, 40).Select(i => valid.Lines[0] with { Id = $"{i}", TaxRate = i })],
        });
        Assert.Empty(En16931Rules.Check(many, RuleOptions.Exact));
        var tampered = many with { TaxBreakdown = many.TaxBreakdown.SetItem(30, many.TaxBreakdown[30] with { TaxableAmount = many.TaxBreakdown[30].TaxableAmount.Plus(2) }) };
        Assert.Contains("BR-S-08", En16931Rules.Check(tampered).Select(f => f.Rule));
    }

    [Fact]
    public void A_document_without_findings_costs_no_memory()
    {
        Assert.Equal(0, BytesOf(ADocument.Valid()));
        Assert.InRange(BytesOf(ADocument.Valid(InvoiceProfile.PeppolBilling3)), 0, 640);
    }

    private static long BytesOf(InvoiceDocument document)
    {
        for (var i = 0; i < 3; i++) Assert.Empty(En16931Rules.Check(document, RuleOptions.Exact));
        var before = GC.GetAllocatedBytesForCurrentThread();
        En16931Rules.Check(document, RuleOptions.Exact);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (string, RuleSeverity) Only(InvoiceDocument document, RuleOptions options)
    {
        var finding = Assert.Single(En16931Rules.Check(document, options));
        return (finding.Rule, finding.Severity);
    }

    // The tax of the first subtotal, and the totals with it.
    private static InvoiceDocument Moved(InvoiceDocument d, decimal more) => d.Subtotal(s => s with { TaxAmount = s.TaxAmount.Plus(more) })
        .Total(t => t with { Tax = t.Tax.Plus(more), Gross = t.Gross.Plus(more), Payable = t.Payable.Plus(more) });
}
