using static OrderToCash.Invoicing.Tests.ADocument;
using static OrderToCash.Invoicing.Tests.RuleMutation;

namespace OrderToCash.Invoicing.Tests;

/// <summary>One wrong document for each national rule of Peppol.</summary>
internal static class NationalMutations
{
    private static readonly DocumentId Cvr = new() { Value = "DK12345678", Scheme = "0184" };

    internal static readonly RuleMutation[] All =
    [
        Within(Norway, "NO-R-001", d => d.Seller(s => s with { VatId = "NO974760674MVA" })),
        Within(Norway, "NO-R-002", d => d.Seller(s => s with { TaxRegistrationId = null })),
        Within(Denmark, "DK-R-002", d => d.Seller(s => s with { LegalId = null })),
        Within(Denmark, "DK-R-003", d => d.Item(i => i with { Classifications = [new() { Code = "1", Scheme = "TST", Version = "18" }] })),
        Within(Denmark, "DK-R-004", d => d.Part(1, p => p with { ReasonCode = "ZZZ" })),
        Within(Denmark, "DK-R-005", d => d.Pay(Transfer() with { MeansCode = "30" })),
        Within(Denmark, "DK-R-006", d => d.Pay(Transfer() with { MeansCode = "42", Transfers = [new() { AccountId = "1" }] })),
        Within(Denmark, "DK-R-007", d => d.Pay(Debit() with { MeansCode = "49", DirectDebit = new() { MandateReference = "M" } })),
        Within(Denmark, "DK-R-008", d => d.Pay(Giro("50", "02#1234567890123456", "1234567"))),
        Within(Denmark, "DK-R-009", d => d.Pay(Giro("50", "04#123456789012345", "1234567"))),
        Within(Denmark, "DK-R-010", d => d.Pay(Giro("93", "71#123456789012345", "1234567"))),
        Within(Denmark, "DK-R-011", d => d.Pay(Giro("93", "71#12345678901234", "12345678"))),
        Within(Denmark, "DK-R-013", d => d.Buyer(b => b with { Ids = [new() { Value = "1" }] })),
        Within(Denmark, "DK-R-014", d => d.Seller(s => s with { LegalId = new() { Value = "1" } })),
        Within(() => Denmark() with { IsCreditNote = true, TypeCode = "381", DueDate = null }, "DK-R-016",
            d => Computed(d with { Lines = [.. d.Lines.Select(l => l with { Quantity = -l.Quantity, Net = null })] })),
        Within(Denmark, "DK-R-017", d => d.Buyer(b => b with { LegalId = new() { Value = "1" } })),
        Within(Italy, "IT-R-001", d => d.Seller(s => s with { TaxRegistrationId = "short" })),
        Within(Italy, "IT-R-002", d => d.Seller(s => s with { Address = s.Address! with { Line1 = null } })),
        Within(Italy, "IT-R-003", d => d.Seller(s => s with { Address = s.Address! with { City = null } })),
        Within(Italy, "IT-R-004", d => d.Seller(s => s with { Address = s.Address! with { PostCode = null } })),
        Within(Sweden, "SE-R-001", d => d.Seller(s => s with { VatId = "SE55603607930" })),
        Within(Sweden, "SE-R-002", d => d.Seller(s => s with { VatId = "SE5560360793AB" })),
        Within(Sweden, "SE-R-003", d => d.Seller(s => s with { LegalId = new() { Value = "556036079X" } }), "SE-R-013"),
        Within(Sweden, "SE-R-004", d => d.Seller(s => s with { LegalId = new() { Value = "556036079" } }), "SE-R-013"),
        Within(Sweden, "SE-R-013", d => d.Seller(s => s with { LegalId = new() { Value = "5560360794" } })),
        Within(Sweden, "SE-R-005", d => d.Seller(s => s with { TaxRegistrationId = "yes" })),
        Within(Sweden, "SE-R-006", d => Computed(d.Line(l => l with { TaxRate = 20 }))),
        Within(Sweden, "SE-R-007", d => d.Pay(Giro("30", "1", "1234A", "SE:PLUSGIRO"))),
        Within(Sweden, "SE-R-010", d => d.Pay(Giro("30", "1", "123456789", "SE:PLUSGIRO"))),
        Within(Sweden, "SE-R-008", d => d.Pay(Giro("30", "1", "123456A", "SE:BANKGIRO"))),
        Within(Sweden, "SE-R-009", d => d.Pay(Giro("30", "1", "123456", "SE:BANKGIRO"))),
        Within(Sweden, "SE-R-011", d => d.Pay(Giro("50", "1", "1234567"))),
        Within(Sweden, "SE-R-012", d => d.Pay(Giro("31", "1", "1234567"))),
        Within(Iceland, "IS-R-001", d => d with { TypeCode = "383" }),
        Within(Iceland, "IS-R-002", d => d.Seller(s => s with { LegalId = null })),
        Within(Iceland, "IS-R-003", d => d.Seller(s => s with { Address = s.Address! with { Line1 = null } })),
        Within(Iceland, "IS-R-004", d => d.Buyer(b => b with { LegalId = new() { Value = "1" } })),
        Within(Iceland, "IS-R-005", d => d.Buyer(b => b with { Address = b.Address! with { PostCode = null } })),
        Within(Iceland, "IS-R-006", d => d.Pay(Giro("9", "1", "12345678901"))),
        Within(Iceland, "IS-R-007", d => d.Pay(Giro("42", "1", "12345678901"))),
        Within(Iceland, "IS-R-008", d => Final(d, "31.03.2026"), "IS-R-010"),
        Within(Iceland, "IS-R-009", d => Final(d with { DueDate = null }, "2026-04-30"), "IS-R-010"),
        Within(Iceland, "IS-R-010", d => Final(d, "2026-03-30")),
        Within(() => Netherlands() with { IsCreditNote = true, TypeCode = "381", DueDate = null }, "NL-R-001", d => d with { PrecedingInvoices = [] }),
        Within(Netherlands, "NL-R-002", d => d.Seller(s => s with { Address = s.Address! with { City = null } })),
        Within(Netherlands, "NL-R-003", d => d.Seller(s => s with { LegalId = new() { Value = "12345678" } })),
        Within(Netherlands, "NL-R-004", d => d.Buyer(b => b with { Address = b.Address! with { Line1 = null } })),
        Within(Netherlands, "NL-R-005", d => d.Buyer(b => b with { LegalId = new() { Value = "12345678", Scheme = "0007" } }), "PEPPOL-COMMON-R049"),
        Within(Netherlands, "NL-R-006", d => d with
        {
            TaxRepresentative = new() { Name = "R", VatId = "NL123456789B12", Address = new() { Country = "NL" } },
        }),
        Within(Netherlands, "NL-R-007", d => d with { PaymentInstructions = [] }),
        Within(Netherlands, "NL-R-008", d => d.Pay(Giro("42", "1", "1"))),
        Within(Netherlands, "NL-R-009", d => d.Line(l => l with { OrderLineReference = "1" }) with { PurchaseOrderReference = null }),
        .. Numbers(),
        Within(Greece, "GR-R-002", d => d.Seller(s => s with { TradingName = null })),
        Within(Greece, "GR-R-003", d => d.Seller(s => s with { VatId = "EL094014202" }), "GR-S-011", "GR-R-001-2"),
        Within(Greece, "GR-S-011", d => d.Seller(s => s with { VatId = "EL094014202" }), "GR-R-003", "GR-R-001-2"),
        Within(Greece, "GR-R-004-1", d => d with { Attachments = [d.Attachments[1]] }),
        Within(Greece, "GR-R-004-2", d => d with { Attachments = [d.Attachments[0] with { Reference = "0" }, d.Attachments[1]] }),
        Within(Greece, "GR-S-008-1", d => d with { Attachments = [d.Attachments[0]] }),
        Within(Greece, "GR-R-008-2", d => d with { Attachments = d.Attachments.Add(d.Attachments[1]) }, "GR-S-008-1"),
        Within(Greece, "GR-R-008-3", d => d with { Attachments = [d.Attachments[0], d.Attachments[1] with { Location = null }] }),
        Within(Greece, "GR-R-005", d => d.Buyer(b => b with { TradingName = null })),
        Within(Greece, "GR-R-006", d => d.Buyer(b => b with { VatId = "EL1" })),
        Within(Greece, "GR-R-009", d => d.Seller(s => s with { Endpoint = new() { Value = "1", Scheme = "9933" } })),
        Within(Greece, "GR-R-010", d => d.Buyer(b => b with { Endpoint = new() { Value = "094014201", Scheme = "0088" } }), "PEPPOL-COMMON-R040"),
    ];

    private static IEnumerable<RuleMutation> Numbers() => new[]
    {
        ("1", "094014201|01/03/2026|0|1.1|A"), ("2", "094014202|01/03/2026|0|1.1|A|1"), ("3", "094014201|02/03/2026|0|1.1|A|1"),
        ("4", "094014201|01/03/2026|x|1.1|A|1"), ("5", "094014201|01/03/2026|0|9.9|A|1"), ("6", "094014201|01/03/2026|0|1.1||1"),
        ("7", "094014201|01/03/2026|0|1.1|A|"),
    }.Select(n => Within(Greece, "GR-R-001-" + n.Item1, d => d with { Number = n.Item2 }, n.Item1 == "1" ? ["GR-R-001-7"] : []));

    private static PaymentInstruction Giro(string means, string reference, string account, string? bank = null) => new()
    {
        MeansCode = means, RemittanceInformation = reference, Transfers = [new() { AccountId = account, ServiceProviderId = bank ?? "1" }],
    };

    private static InvoiceDocument Final(InvoiceDocument d, string date) =>
        d with { Attachments = [new() { Reference = date, Description = "EINDAGI" }] };

    private static InvoiceDocument Norway() => ADocument.Within("NO", "NO974760673MVA", new() { Value = "974760673", Scheme = "0192" })
        .Seller(s => s with { TaxRegistrationId = "Foretaksregisteret" });

    private static InvoiceDocument Denmark() => ADocument.Within("DK", "DK12345678", Cvr, "31");

    private static InvoiceDocument Italy() => ADocument.Within("IT", "IT00743110157", new() { Value = "RM-1" })
        .Seller(s => s with { TaxRegistrationId = "00743110157" });

    private static InvoiceDocument Sweden()
    {
        var valid = ADocument.Within("SE", "SE556036079301", new() { Value = "5560360793", Scheme = "0007" });
        return Computed(valid with
        {
            AllowancesCharges = [.. valid.AllowancesCharges.Select(p => p with { TaxRate = 25 })],
            Lines = [.. valid.Lines.Select(l => l with { TaxRate = 25 })],
        });
    }

    private static InvoiceDocument Iceland() => ADocument.Within("IS", "IS12345", new() { Value = "1234567890", Scheme = "0196" });

    private static InvoiceDocument Netherlands() => ADocument.Within("NL", "NL123456789B12", new() { Value = "12345678", Scheme = "0106" });

    private static InvoiceDocument Greece() => (ADocument.Within("GR", "EL094014201", new() { Value = "1" }) with
    {
        Number = "094014201|01/03/2026|0|1.1|A|1",
        Attachments =
        [
            new() { Reference = "400001", Description = "##M.AR.K##" },
            new() { Reference = "1", Description = "##INVOICE|URL##", Location = "https://mydata.example/1" },
        ],
    }).Seller(s => s with { Endpoint = new() { Value = "094014201", Scheme = "9933" } })
        .Buyer(b => b with { VatId = "EL094014201", Endpoint = new() { Value = "094014201", Scheme = "9933" } });
}
