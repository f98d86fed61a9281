using OrderToCash.Tax;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>An invoice as the books post it, made of a tape of numbers: nought is the plainest choice everywhere.</summary>
internal sealed class APosting(EquatableArray<int> tape)
{
    public static readonly Actor Clerk = Actor.Person("billing");
    public static readonly Instant Noon = Instant.FromUtc(2026, 2, 1, 12, 0);

    private static readonly LocalDate Day = new(2026, 2, 1);
    private static readonly DocumentPeriod January = new() { Start = new(2026, 1, 1), End = new(2026, 1, 31) };
    private static readonly Currency[] Currencies = [Currency.Eur, Currency.Gbp, Currency.Usd, Currency.Jpy, Currency.Of("KWD"), Currency.Of("HUF")];
    private static readonly TaxTreatment Standard = new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Country = new("DE") };

    private static readonly TaxTreatment[] Mix =
    [
        Standard, Standard with { Rate = Percentage.Of(7) }, Standard with { Rate = Percentage.Of(17.5m) }, Standard with { Rate = Percentage.Of(2.1m) },
        Of("Z", ""), Of("E", "VATEX-EU-132"), Of("E", "", "Small parts, exempt"), Of("AE", "VATEX-EU-AE"), Of("K", "VATEX-EU-IC"), Of("G", "VATEX-EU-G", "Export"),
        Of("L", "") with { Rate = Percentage.Of(7) }, Of("L", ""), Of("M", "") with { Rate = Percentage.Of(4) }, Standard with { Rate = Percentage.Of(0.4m) },
    ];

    private static readonly TaxTreatment Outside = Of("O", "VATEX-EU-O");

    private int next;

    public bool IsGerman { get; private set; } = true;

    /// <summary>A rate that the official rules round to nothing.</summary>
    public bool HasTinyRate { get; private set; }

    private int Roll(int sides) => tape.IsEmpty ? 0 : tape[next++ % tape.Count] % sides;

    private bool Sometimes(int odds = 4) => Roll(odds) == odds - 1;

    public DraftInvoice Draft()
    {
        var currency = Currencies[Roll(3) < 2 ? 0 : Roll(Currencies.Length)];
        IsGerman = !Sometimes();
        var isOutside = Sometimes(8);
        var country = new CountryCode(IsGerman ? "DE" : "AT");
        var draft = new DraftInvoice
        {
            Id = new("I-1"), LegalEntity = new("DE01"), Customer = new("C-1"), Currency = currency, DocumentDate = Day,
            TaxPoint = Sometimes() ? Day.PlusDays(-1) : Day, DeliveryDate = new(2026, 1, 30), Period = Sometimes() ? January : null,
            Seller = Party("Nordlicht GmbH & Co. <KG>", "DE", "DE136695976") with { RegistrationNumber = "HRB 1234" },
            Buyer = Party("Müller \"Bau\"", country.Value, IsGerman ? "DE811569869" : "ATU12345675"),
            PaymentInstructions = Sometimes(2) ? [Transfer with { RemittanceInformation = null }] : [],
            Note = Sometimes() ? "Thank you.\nUntil next time" : "", PurchaseOrder = Sometimes() ? "PO 4711" : "", BuyerReference = Sometimes() ? "04011000-12345-34" : "",
        };
        if (Sometimes()) draft = WithMore(draft);
        var lines = Roll(6) + 1;
        var isIncluded = Sometimes(6);
        for (var i = 0; i < lines; i++) draft = draft.With(Line(i, draft, isOutside ? Outside : Tax(), isIncluded));
        draft = isIncluded ? draft.SplitTaxIncluded(Sometimes(2) ? InclusiveRounding.RoundingAmount : InclusiveRounding.TaxOutOfGross) : WithBesides(draft);
        return WithType(draft, isOutside);
    }

    /// <summary>What posting adds: number, instalments, currencies.</summary>
    public InvoicePosting Posting(DraftInvoice draft, string number)
    {
        var due = draft.Totals().Payable;
        var half = due.Times(Percentage.Of(40), Rounding.HalfAwayFromZero);
        var into = Sometimes() ? Currencies[Roll(Currencies.Length)] : draft.Currency;
        return new()
        {
            Number = new(number), PaymentReference = Sometimes() ? "" : "RF18539007547034",
            Instalments = Sometimes()
                ? [new() { Number = 1, DueDate = Day.PlusDays(14), Amount = half }, new() { Number = 2, DueDate = Day.PlusDays(44), Amount = due - half }]
                : [new() { Number = 1, DueDate = Day.PlusDays(30), Amount = due }],
            TaxCurrency = into == draft.Currency ? null : into,
            TaxRate = into == draft.Currency ? null : new(draft.Currency, into, 1.37m, Day, "ECB"),
        };
    }

    /// <summary>What is asked back, in some order.</summary>
    public CreditNotePosting Credit(InvoiceAccount account, int number)
    {
        var line = Roll(account.Invoice.Lines.Count) + 1;
        var posting = new CreditNotePosting
        {
            Id = new($"C-{number}"), Number = new($"CN-{number}"), DocumentDate = Day.PlusDays(number), Reason = CreditReason.Return,
            ReasonText = Sometimes() ? "Came back" : "",
        };
        return Roll(4) switch
        {
            0 => posting with { IsWhole = true },
            1 => posting with { Lines = [CreditRequest.Of(line, Quantity.Of(1, account.Invoice.Lines[line - 1].Quantity.Unit))] },
            2 => posting with { Lines = [CreditRequest.Of(line, account.Invoice.Lines[line - 1].Net.Times(Percentage.Of(33), Rounding.TowardZero))] },
            _ => posting with { Gross = account.RemainingGross.Times(Percentage.Of(Roll(90) + 1), Rounding.HalfAwayFromZero) },
        };
    }

    private TaxTreatment Tax()
    {
        var tax = Mix[Sometimes(2) ? Roll(Mix.Length) : Roll(2)];
        HasTinyRate |= tax.Rate.Value is > 0 and < 0.5m;
        return tax;
    }

    private InvoiceLine Line(int index, DraftInvoice draft, TaxTreatment tax, bool isIncluded)
    {
        var currency = draft.Currency;
        var count = Sometimes(8) ? -1 : Sometimes() ? 0.125m * (Roll(40) + 1) : Roll(12) + 1;
        var quantity = Quantity.Of(count, Sometimes() ? new("KGM") : UnitCode.Piece);
        var amount = (Roll(3) == 0 ? Roll(100_000) : Roll(5_000)) / (Sometimes(3) ? 10_000m : 100m);
        var price = UnitPrice.Of(amount, currency, Sometimes(6) ? 100 : 1);
        var discount = Sometimes(5) ? Minor(Roll(40) - 10, currency) : (Money?)null;
        if (isIncluded) return InvoiceLine.TaxIncluded($"Line {index}", quantity, price, tax, discount);
        var line = InvoiceLine.Priced($"Line {index}", quantity, price, tax, discount);
        if (Sometimes(6)) line = line with { GrossPrice = UnitPrice.Of(amount + Roll(3), currency, price.Per) };
        if (Sometimes(6) && !line.Net.IsNegative) line = line.With(AllowanceCharge.Allowance(line.Net, Percentage.Of(2.5m), "Season", AllowanceChargeReason.Discount));
        if (Sometimes(6)) line = line.With(AllowanceCharge.Charge(Minor(Roll(900), currency), "Freight", AllowanceChargeReason.Freight));
        if (Sometimes(6)) line = line with { Price = null, GrossPrice = null };
        if (Sometimes()) line = Detailed(line, draft.Period);
        return line;
    }

    private static InvoiceLine Detailed(InvoiceLine line, DocumentPeriod? period) => line with
    {
        Product = new("LAMP-1"), Note = "Fragile", PurchaseOrderLine = "10", BuyerAccounting = "4711", Period = period is null ? null : new() { Start = new(2026, 1, 5), End = new(2026, 1, 6) },
        InvoicedObject = new() { Value = "M-1", Scheme = "AVE" },
        Item = new()
        {
            Details = "Brass", BuyerId = "B-1", StandardId = new() { Value = "4006381333931", Scheme = "0160" }, Origin = new("DE"),
            Classifications = [new() { Code = "39111500", Scheme = "TST", Version = "19" }], Attributes = [new() { Name = "Colour", Value = "black" }],
        },
    };

    private DraftInvoice WithBesides(DraftInvoice draft)
    {
        if (Sometimes(5)) draft = draft.WithAllowance(Percentage.Of(Roll(20) + 0.5m), "Season", AllowanceChargeReason.Discount);
        if (Sometimes(5)) draft = draft.WithAllowance(Minor(Roll(300), draft.Currency), "Bonus").TryGet(out var lower, out _) ? lower : draft;
        if (Sometimes(5)) draft = draft.With(AllowanceCharge.Charge(Minor(Roll(2_000), draft.Currency), "Freight", AllowanceChargeReason.Freight).Taxed(draft.Lines[0].Tax));
        if (Sometimes(6)) draft = draft with { CashRounding = CashRounding.To(Minor(5, draft.Currency)) };
        else if (Sometimes(6)) draft = draft with { RoundingAmount = Minor(draft.Currency.Digits == 0 ? 0 : Roll(100) - 40, draft.Currency) };
        return Sometimes(6) && draft.Check().IsEmpty ? draft with { Prepaid = draft.Totals().Gross.Times(Percentage.Of(30), Rounding.TowardZero) } : draft;
    }

    private DraftInvoice WithType(DraftInvoice draft, bool isOutside) => Roll(12) switch
    {
        7 => draft with { Type = DocumentType.Partial },
        8 => draft with { Type = DocumentType.SelfBilled },
        9 => draft with { Type = DocumentType.Factored, Payee = new() { Name = "Factor Bank", Id = new() { Value = "F-1" } } },
        10 when isOutside => draft with { Type = DocumentType.FeeNote },
        11 => draft with
        {
            Type = Sometimes(2) ? DocumentType.DebitNote : DocumentType.Corrective, Reason = CreditReason.Underbilling, ReasonText = "Too little",
            Preceding = [new() { Number = new("INV-0"), Date = Day.PlusDays(-30) }],
        },
        _ => draft,
    };

    private static DraftInvoice WithMore(DraftInvoice draft) => draft with
    {
        ShipTo = new() { Lines = ["Gate 5", "Yard", "Hall 2", "Left"], City = "Wien", PostCode = "1010", Region = "W", Country = new("AT") },
        ShipToName = "Site", ShipToLocation = new() { Value = "4012345000009", Scheme = "0088" }, TermsText = "30 days net",
        TaxRepresentative = Party("Fiskal OHG", "DE", "DE129273398"),
        SellerDetails = new() { TradingName = "Nordlicht", RegistrationScheme = "0002", LegalForm = "GmbH", LocalTaxNumber = "29/815/08150", Ids = [new() { Value = "4012345000009", Scheme = "0088" }] },
        BuyerDetails = new() { TradingName = "Müller", Contact = new() { Name = "Anna", Phone = "+49 40 1234", Email = "anna@example.org" } },
        References = new()
        {
            Project = "P-1", Contract = "C-1", SalesOrder = "SO-1", ReceivingAdvice = "R-1", DespatchAdvice = "D-1", Tender = "T-1", BuyerAccounting = "4400",
            InvoicedObject = new() { Value = "V-1", Scheme = "AVE" },
            Supporting = [new() { Reference = "Sheet", Description = "Hours", Content = [1, 2, 3], MimeCode = "text/csv", FileName = "hours.csv" }],
        },
    };

    internal static PaymentInstruction Transfer { get; } = new()
    {
        MeansCode = "58", MeansText = "SEPA", Transfers = [new() { AccountId = "DE89370400440532013000", AccountName = "Nordlicht", ServiceProviderId = "COBADEFFXXX" }],
    };

    /// <summary>What Peppol and XRechnung demand beyond an invoice.</summary>
    public static DocumentParticulars Particulars { get; } = new()
    {
        Seller = new()
        {
            Endpoint = new() { Value = "DE136695976", Scheme = "9930" }, Contact = new() { Name = "Ben", Phone = "+49 40 5678", Email = "ben@nordlicht.example" },
        },
        Buyer = new() { Endpoint = new() { Value = "DE811569869", Scheme = "9930" } },
        PaymentInstructions = [Transfer], BuyerReference = "04011000-12345-34",
    };

    private static Money Minor(int units, Currency currency) => Money.FromMinorUnits(units, currency);

    private static TaxTreatment Of(string category, string code, string reason = "") => new()
    {
        Category = new(category), Rate = Percentage.Zero, ReasonCode = code.Length == 0 ? default : new(code), ReasonText = reason, Country = new("DE"),
    };

    private static Party Party(string name, string country, string vatId) => new()
    {
        Name = name, Address = new() { Lines = ["Hafenstr. 7"], City = "Hamburg", PostCode = "20457", Country = new(country) },
        TaxRegistrations = [new() { Country = new(country), Id = vatId }],
    };
}
