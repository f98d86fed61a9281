using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The national rules of Peppol about payment instructions, lines, allowances and charges.</summary>
internal static class NationalPaymentRules
{
    private static readonly CodeList DanishMeans = new("1 10 31 42 48 49 50 58 59 93 97");
    private static readonly CodeList DutchMeans = new("30 48 49 57 58 59");

    internal static readonly Rule<PaymentInstruction>[] Payment =
    [
        Danish("DK-R-005", "BT-81", "meansCode", p => DanishMeans.Has(p.MeansCode),
            "The means of payment of a Danish invoice are 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 and 97."),
        Danish("DK-R-006", "BT-84", "transfers", p => !(Is(p.MeansCode, "31") || Is(p.MeansCode, "42"))
                || IsFilled(AccountOf(p)) && IsFilled(p.Transfers[0].ServiceProviderId),
            "Means of payment 31 and 42 need an account and a registration number."),
        Danish("DK-R-007", "BT-89", "directDebit", p => !Is(p.MeansCode, "49")
                || IsFilled(p.DirectDebit?.MandateReference) && IsFilled(p.DirectDebit?.DebitedAccountId),
            "A Danish direct debit (49) needs a mandate and the account to be debited."),
        Danish("DK-R-008", "BT-83", "remittanceInformation", p => !Is(p.MeansCode, "50")
                || KindOf(p) is "01#" or "04#" or "15#" && AccountOf(p) is { Length: 7 or 8 } a && IsDigits(a),
            "A Danish giro payment (50) needs a reference that starts with 01#, 04# or 15#, and an account of 7 or 8 digits."),
        Danish("DK-R-009", "BT-83", "remittanceInformation", p => !Is(p.MeansCode, "50") || KindOf(p) is not ("04#" or "15#")
                || p.RemittanceInformation!.Length == 19, "A giro reference with 04# or 15# has 16 digits behind it."),
        Danish("DK-R-010", "BT-83", "remittanceInformation", p => !Is(p.MeansCode, "93")
                || KindOf(p) is "71#" or "73#" or "75#" && AccountOf(p) is { Length: 8 },
            "A Danish FIK payment (93) needs a reference that starts with 71#, 73# or 75#, and a creditor number of 8 digits."),
        Danish("DK-R-011", "BT-83", "remittanceInformation", p => !Is(p.MeansCode, "93") || KindOf(p) is not ("71#" or "75#")
                || p.RemittanceInformation!.Length is 18 or 19, "A FIK reference with 71# or 75# has 15 or 16 digits behind it."),
        Of("SE-R-007", "BT-84", "transfers", (p, d) => !IsGiro(p, d, "SE:PLUSGIRO") || IsDigits(AccountOf(p).AsSpan().Trim()),
            "A Plusgiro number is numeric.", RuleSeverity.Warning),
        Of("SE-R-010", "BT-84", "transfers", (p, d) => !IsGiro(p, d, "SE:PLUSGIRO") || LengthOf(AccountOf(p)) is >= 2 and <= 8,
            "A Plusgiro number has 2 to 8 digits.", RuleSeverity.Warning),
        Of("SE-R-008", "BT-84", "transfers", (p, d) => !IsGiro(p, d, "SE:BANKGIRO") || IsDigits(AccountOf(p).AsSpan().Trim()),
            "A Bankgiro number is numeric.", RuleSeverity.Warning),
        Of("SE-R-009", "BT-84", "transfers", (p, d) => !IsGiro(p, d, "SE:BANKGIRO") || LengthOf(AccountOf(p)) is 7 or 8,
            "A Bankgiro number has 7 or 8 digits.", RuleSeverity.Warning),
        Of("SE-R-011", "BT-81", "meansCode", (p, d) =>
            !NationalRules.IsFrom(d, "SE") || !(Is(p.MeansCode, "50") || Is(p.MeansCode, "56")),
            "Bankgiro and Plusgiro are means of payment 30, with SE:BANKGIRO or SE:PLUSGIRO as bank.", RuleSeverity.Warning),
        Of("SE-R-012", "BT-81", "meansCode", (p, d) => !NationalRules.IsWithin(d, "SE") || !Is(p.MeansCode, "31"),
            "A domestic Swedish transfer is means of payment 30.", RuleSeverity.Warning),
        Of("IS-R-006", "BT-84", "transfers", (p, d) => !NationalRules.IsFrom(d, "IS") || !Is(p.MeansCode, "9")
                || LengthOf(AccountOf(p)) == 12, "Means of payment 9 needs an Icelandic account of 12 digits."),
        Of("IS-R-007", "BT-84", "transfers", (p, d) => !NationalRules.IsFrom(d, "IS") || !Is(p.MeansCode, "42")
                || LengthOf(AccountOf(p)) == 12, "Means of payment 42 needs an Icelandic account of 12 digits."),
        Of("NL-R-008", "BT-81", "meansCode", (p, d) => !NationalRules.IsWithin(d, "NL") || DutchMeans.Has(p.MeansCode),
            "The means of payment of a Dutch invoice are 30, 48, 49, 57, 58 and 59."),
    ];

    internal static readonly Rule<DocumentLine>[] Line =
    [
        new("DK-R-003", "BT-158", "item.classifications", (l, in f) => !NationalRules.IsWithin(f.Document, "DK")
                || l.Item is not { } item || item.Classifications.FindIndex(c => c.Scheme == "TST") < 0
                || item.Classifications.FindIndex(c => c.Version is "19.05.01" or "19.0501" or "26.08.01" or "26.0801") >= 0,
            "UNSPSC classes of a Danish invoice should be of version 19.05.01 or 26.08.01.")
            { Severity = RuleSeverity.Warning, Sets = RuleSets.Peppol },
    ];

    internal static readonly Rule<DocumentAllowanceCharge>[] AllowanceCharge =
    [
        new("DK-R-004", "BT-97", "reason", (p, in f) => !NationalRules.IsWithin(f.Document, "DK") || p.ReasonCode != "ZZZ"
                || IsDanishTax(p.Reason),
            "Reason code ZZZ needs a tax category of four digits, or a text with a # inside, as reason.")
            { Sets = RuleSets.Peppol },
    ];

    private static Rule<PaymentInstruction> Danish(string id, string term, string field, Func<PaymentInstruction, bool> holds,
        string says) =>
        Of(id, term, field, (p, d) => d.IsCreditNote || !NationalRules.IsWithin(d, "DK") || holds(p), says);

    private static Rule<PaymentInstruction> Of(string id, string term, string field, Func<PaymentInstruction, InvoiceDocument,
        bool> holds,
        string says, RuleSeverity severity = RuleSeverity.Fatal) =>
        new(id, term, field, (p, in f) => holds(p, f.Document), says) { Severity = severity, Sets = RuleSets.Peppol };

    private static string? AccountOf(PaymentInstruction instruction) =>
        instruction.Transfers.IsEmpty ? null : instruction.Transfers[0].AccountId;

    private static bool IsGiro(PaymentInstruction instruction, InvoiceDocument document, string bank) =>
        NationalRules.IsFrom(document, "SE") && Is(instruction.MeansCode, "30") && AccountOf(instruction) is not null
        && Is(instruction.Transfers[0].ServiceProviderId, bank);

    private static ReadOnlySpan<char> KindOf(PaymentInstruction instruction) =>
        instruction.RemittanceInformation is { Length: >= 3 } text ? text.AsSpan(0, 3) : default;

    private static bool IsDanishTax(string? reason)
    {
        var text = reason.AsSpan();
        if (text.Trim() is { Length: 4 } digits && IsDigits(digits)) return true;
        return text.Contains('#') && text[0] != '#' && text[^1] != '#';
    }
}
