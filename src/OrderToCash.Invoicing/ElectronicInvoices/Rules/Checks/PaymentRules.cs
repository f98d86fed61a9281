using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about payment instructions (BG-16), references and attachments.</summary>
internal static class PaymentRules
{
    internal static readonly Rule<PaymentInstruction>[] All =
    [
        new("BR-49", "BT-81", "meansCode", (p, in _) => p.MeansCode is not null, "The means of payment is missing."),
        new("BR-50", "BT-84", "transfers", (p, in _) => !IsTransfer(p.MeansCode) || HasAccounts(p),
            "An account to transfer to has no identifier."),
        new("BR-51", "BT-87", "card.accountNumber", (p, in _) => LengthOf(p.Card?.AccountNumber) <= 10,
            "A card number must never be shown in full: at most the first six and last four digits.")
            { Severity = RuleSeverity.Warning },
        new("BR-61", "BT-84", "transfers", (p, in _) => !IsTransfer(p.MeansCode) || HasAccount(p),
            (p, in _) => $"Means of payment {p.MeansCode} is a credit transfer: the account is missing."),
        new("BR-CL-16", "BT-81", "meansCode", (p, in _) => p.MeansCode is not { } c || CodeLists.PaymentMeans.Has(c),
            (p, in _) => CodeRules.Unlisted(p.MeansCode, "UNTDID 4461")),
    ];

    internal static readonly Rule<PrecedingInvoice>[] Preceding =
    [
        new("BR-55", "BT-25", "number", (p, in _) => p.Number is not null, "The number of the preceding invoice is missing."),
    ];

    internal static readonly Rule<SupportingDocument>[] Attachment =
    [
        new("BR-52", "BT-122", "reference", (a, in _) =>
            IsFilled(a.Reference), "The reference of the supporting document is missing."),
        new("BR-CL-24", "BT-125-1", "mimeCode", (a, in f) => a.MimeCode is not { } m || CodeLists.MimeTypes.Has(m.AsSpan())
                || (f.Sets & RuleSets.XRechnungExtension) != 0 && m == "application/xml",
            (a, in _) => CodeRules.Unlisted(a.MimeCode, "the media types of EN 16931")),
    ];

    /// <summary>A code of credit transfer (30) or SEPA credit transfer (58).</summary>
    internal static bool IsTransfer(string? code) => Is(code, "30") || Is(code, "58");

    private static bool HasAccounts(PaymentInstruction instruction)
    {
        foreach (var transfer in instruction.Transfers)
            if (!IsFilled(transfer.AccountId)) return false;
        return true;
    }

    private static bool HasAccount(PaymentInstruction instruction)
    {
        foreach (var transfer in instruction.Transfers)
            if (transfer.AccountId is not null) return true;
        return false;
    }
}
