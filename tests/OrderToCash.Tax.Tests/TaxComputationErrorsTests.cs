namespace OrderToCash.Tax.Tests;

public class TaxComputationErrorsTests
{
    private static readonly TaxDefinition Vat = TaxDefinition.Percent("vat", 20);

    private static Result<TaxProgram> Compile(params EquatableArray<TaxDefinition> taxes) => TaxProgram.Compile(taxes);

    private static readonly TaxDocument One = ATaxDocument.In("EUR").With(100m, Vat);

    [Fact]
    public void Definitions_that_contradict_themselves_are_refused()
    {
        Expect.Refused(TaxComputationErrors.IdMissing, Compile(Vat with { Id = " " }));
        Expect.Refused(TaxComputationErrors.KindUnknown, Compile(Vat with { Kind = (TaxKind)9 }));
        Expect.Refused(TaxComputationErrors.AmountOutOfRange, Compile(Vat with { Amount = -100.01m }));
        Expect.Refused(TaxComputationErrors.AmountOutOfRange, Compile(Vat with { Amount = 10_001m }));
        Expect.Refused(TaxComputationErrors.FactorsUnbalanced, Compile(Vat with { Factors = [Percentage.Of(100), Percentage.Of(-50)] }));
        Expect.Refused(TaxComputationErrors.ValidityReversed, Compile(Vat with { From = new(2026, 2, 1), Until = new(2026, 1, 31) }));
        Expect.Refused(TaxComputationErrors.ChildrenWithoutGroup, Compile(Vat with { Children = [Vat with { Id = "child" }] }));
        Expect.Refused(TaxComputationErrors.GroupEmpty, Compile(TaxDefinition.GroupOf("g")));
        Expect.Refused(TaxComputationErrors.DefinitionConflict, Compile(Vat, TaxDefinition.GroupOf("g", Vat with { Amount = 19 })));
    }

    [Fact]
    public void Groups_inside_themselves_or_without_end_are_refused()
    {
        Expect.Refused(TaxComputationErrors.GroupCyclic, Compile(TaxDefinition.GroupOf("g", TaxDefinition.GroupOf("h", TaxDefinition.GroupOf("g", Vat)))));
        var deep = Enumerable.Range(0, 1_000).Aggregate(Vat, (inner, i) => TaxDefinition.GroupOf($"g{i}", inner));
        Expect.Refused(TaxComputationErrors.GroupTooDeep, Compile(deep));
    }

    [Fact]
    public void Taxes_that_leave_nothing_of_a_price_are_refused()
    {
        var half = TaxDefinition.Division("a", 50);
        Expect.Refused(TaxComputationErrors.DivisionExceedsPrice, Compile(half, half with { Id = "b" }));
        Expect.Refused(TaxComputationErrors.DivisionExceedsPrice,
            Compile(half with { PriceIncluded = true }, half with { Id = "b", Amount = 50.01m, PriceIncluded = true }));
        Expect.Refused(TaxComputationErrors.InclusionImpossible, Compile(Vat with { Amount = -100, PriceIncluded = true }));
    }

    [Fact]
    public void All_findings_of_a_document_come_at_once()
    {
        var document = ATaxDocument.In("EUR") with
        {
            Lines =
            [
                new() { Price = UnitPrice.Of(1, Currency.Usd), Quantity = Quantity.Pieces(1), Discount = Percentage.Of(101) },
                new() { Price = UnitPrice.Of(1, Currency.Eur), Quantity = Quantity.Pieces(1), Taxes = [Vat] },
                new() { Price = UnitPrice.Of(1, Currency.Eur), Quantity = Quantity.Pieces(1), Taxes = [Vat with { Amount = 19 }] },
                new() { Price = UnitPrice.Of(1, Currency.Eur), Quantity = Quantity.Pieces(1), Taxes = [Vat with { Id = "" }] },
            ],
            Step = Money.Zero(Currency.Eur),
            CashRounding = new() { Step = Money.Of(0.05m, Currency.Chf) },
            CompanyRate = new(Currency.Gbp, Currency.Usd, 1.3m, new(2026, 1, 1), "ECB"),
            Discount = DocumentShare.Percent(100.1m),
        };
        var findings = document.Check();
        Expect.Found(TaxComputationErrors.CurrencyMixed, findings);
        Assert.Equal("lines[0].discount", Expect.Found(TaxComputationErrors.DiscountOutOfRange, findings).Target);
        Assert.Equal("lines[2].taxes", Expect.Found(TaxComputationErrors.DefinitionConflict, findings).Target);
        Assert.Equal("lines[3].taxes[0]", Expect.Found(TaxComputationErrors.IdMissing, findings).Target);
        Assert.Equal("step", Expect.Found(TaxComputationErrors.StepInvalid, findings).Target);
        Expect.Found(TaxComputationErrors.CompanyRateUnrelated, findings);
        Expect.Found(TaxComputationErrors.ShareOutOfRange, findings);
        Assert.Equal(findings, TaxDocuments.Compute(document).Errors);
    }

    [Fact]
    public void Documents_of_no_size_are_refused()
    {
        Expect.Refused(TaxComputationErrors.DocumentEmpty, TaxDocuments.Compute(ATaxDocument.In("EUR")));
        var endless = Enumerable.Repeat(One.Lines[0], TaxDocument.MaxLines + 1).ToEquatableArray();
        Expect.Refused(TaxComputationErrors.TooManyLines, TaxDocuments.Compute(One with { Lines = endless }));
        Expect.Refused(TaxComputationErrors.AmountTooLarge, TaxDocuments.Compute(ATaxDocument.In("EUR").With(1_000_000_000m, 1_000_000_000m, [Vat])));
        Expect.Refused(TaxComputationErrors.AmountTooLarge,
            TaxDocuments.Compute(ATaxDocument.In("EUR").With(decimal.MaxValue, decimal.MaxValue, [TaxDefinition.Percent("t", 10_000)])));
    }

    [Fact]
    public void Findings_of_a_long_document_end_somewhere()
    {
        var line = One.Lines[0] with { Discount = Percentage.Of(-1) };
        Assert.InRange((One with { Lines = Enumerable.Repeat(line, 100_000).ToEquatableArray() }).Check().Count, 1_000, 1_010);
    }

    [Theory]
    [InlineData(120.01)]
    [InlineData(-0.01)]
    public void No_share_is_more_than_the_document(double amount)
    {
        var share = DocumentShare.Of(Money.Of((decimal)amount, Currency.Eur));
        Expect.Refused(TaxComputationErrors.ShareOutOfRange, TaxDocuments.DownPayment(One, share));
        Expect.Refused(TaxComputationErrors.ShareOutOfRange, TaxDocuments.Compute(One with { Discount = share }));
        Expect.Refused(TaxComputationErrors.ShareOutOfRange, TaxDocuments.DownPayment(One, new()));
        Expect.Refused(TaxComputationErrors.CurrencyMixed, TaxDocuments.DownPayment(One, DocumentShare.Of(Money.Of(1, Currency.Usd))));
    }

    [Fact]
    public void Taxes_that_only_a_fixed_one_kept_apart_cannot_be_discounted()
    {
        var half = TaxDefinition.Division("a", 60) with { PriceIncluded = true };
        var document = ATaxDocument.In("EUR").With(100m, half, TaxDefinition.PerQuantity("eco", 1), half with { Id = "b" })
            with { Discount = DocumentShare.Percent(10) };
        Expect.Refused(TaxComputationErrors.DivisionExceedsPrice, TaxDocuments.Compute(document));
        Expect.Refused(TaxComputationErrors.DivisionExceedsPrice, TaxDocuments.DownPayment(document with { Discount = null }, DocumentShare.Percent(10)));
    }

    [Fact]
    public void Charge_tables_that_refer_to_nothing_are_refused()
    {
        var table = new ChargeDocument
        {
            Currency = Currency.Eur,
            Items = [new() { Item = "A", Quantity = Quantity.Pieces(1), Price = UnitPrice.Of(100, Currency.Eur) }],
            Charges = [new() { Basis = ChargeBasis.NetTotal, Rate = Percentage.Of(10) }],
        };
        Charge on(int row, bool included) => new() { Basis = ChargeBasis.RowAmount, Row = row, Rate = Percentage.Of(1), Included = included };
        Expect.Refused(TaxComputationErrors.ChargeRowUnknown, ChargeTable.Compute(table with { Charges = table.Charges.Add(on(2, false)) }));
        Expect.Refused(TaxComputationErrors.ChargeNotIncludable, ChargeTable.Compute(table with { Charges = table.Charges.Add(on(1, true)) }));
        Expect.Refused(TaxComputationErrors.KindUnknown, ChargeTable.Compute(table with { Charges = [table.Charges[0] with { Basis = (ChargeBasis)7 }] }));
        Expect.Refused(TaxComputationErrors.AmountOutOfRange, ChargeTable.Compute(table with { Charges = [table.Charges[0] with { Rate = Percentage.Of(-101) }] }));
        Expect.Refused(TaxComputationErrors.InclusionImpossible,
            ChargeTable.Compute(table with { Charges = [table.Charges[0] with { Rate = Percentage.Of(-100), Included = true }] }));
        Expect.Refused(TaxComputationErrors.ShareOutOfRange, ChargeTable.Compute(table with { Discount = Money.Of(100.01m, Currency.Eur) }));
        Expect.Refused(TaxComputationErrors.CurrencyMixed, ChargeTable.Compute(table with { Discount = Money.Of(1, Currency.Usd) }));
        Expect.Refused(TaxComputationErrors.StepInvalid, ChargeTable.Compute(table with { PayableStep = Money.Of(1, Currency.Usd) }));
        Expect.Refused(TaxComputationErrors.DocumentEmpty, ChargeTable.Compute(table with { Items = [] }));
        Expect.Refused(TaxComputationErrors.AmountTooLarge,
            ChargeTable.Compute(table with { Items = [table.Items[0] with { Price = UnitPrice.Of(decimal.MaxValue, Currency.Eur) }] }));
    }

    [Fact]
    public void A_check_of_a_single_definition_says_the_same() =>
        Expect.Found(TaxComputationErrors.GroupEmpty, TaxDefinition.GroupOf("g").Check());
}
