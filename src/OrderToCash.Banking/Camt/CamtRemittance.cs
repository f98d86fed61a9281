using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>What the payer wrote: free text, and claims in structured form.</summary>
internal static class CamtRemittance
{
    public static (string Text, EquatableArray<RemittanceClaim> Claims) Of(IEnumerable<BankElement> remittances)
    {
        var (texts, claims) = (new List<string>(), new List<RemittanceClaim>());
        foreach (var remittance in remittances)
        {
            foreach (var part in remittance.Children)
            {
                if (part.Name == "Ustrd") Add(texts, part.Text);
                if (part.Name != "Strd") continue;
                AddClaims(claims, part);
                foreach (var more in part.All("AddtlRmtInf")) Add(texts, more.Text);
            }
        }
        return (string.Join(' ', texts), claims.ToEquatableArray());
    }

    // "?REJECT?0" and "?ERROR?000" are a Swiss bank's word that nothing was wrong with a payment slip.
    private static void Add(List<string> texts, string text)
    {
        if (CamtText.Reference(text).Length > 0 && text is not ("?REJECT?0" or "?ERROR?000")) texts.Add(text);
    }

    // One document with one reference is one claim; else each document claims for itself, and the reference for all.
    private static void AddClaims(List<RemittanceClaim> claims, BankElement structured)
    {
        var reference = CamtText.Reference(structured.TextAt("CdtrRefInf", "Ref") is { Length: > 0 } current
            ? current
            : structured.TextAt("CdtrRefInf", "CdtrRef")).Replace(" ", "", StringComparison.Ordinal);
        var documents = structured.All("RfrdDocInf")
            .Select(d => CamtText.Reference(d.TextAt("Nb") is { Length: > 0 } number ? number : d.TextAt("RfrdDocNb")))
            .Where(n => n.Length > 0).ToList();
        var amount = AmountOf(structured.At("RfrdDocAmt"));
        var isCredit = structured.TextAt("RfrdDocInf", "Tp", "CdOrPrtry", "Cd") == "CREN";
        if (isCredit && amount is { IsPositive: true }) amount = -amount;
        if (documents.Count == 1)
        {
            var (kept, reason) = KeptBack(structured.At("RfrdDocAmt"));
            claims.Add(new()
            {
                StructuredReference = reference, DocumentNumber = documents[0], Amount = amount,
                KeptBack = kept, KeptBackReason = reason,
            });
            return;
        }
        foreach (var document in documents) claims.Add(new() { DocumentNumber = document });
        if (reference.Length > 0)
            claims.Add(new() { StructuredReference = reference, Amount = documents.Count == 0 ? amount : null });
    }

    // A credit note is claimed below zero.
    private static Money? AmountOf(BankElement? amounts)
    {
        if (amounts is null) return null;
        return Read(amounts.At("RmtdAmt")) ?? -Read(amounts.At("CdtNoteAmt")) ?? Read(amounts.At("DuePyblAmt"));
    }

    // What is due less the discount less what is paid is kept back; the adjustments say why.
    private static (Money? Amount, string Reason) KeptBack(BankElement? amounts)
    {
        if (amounts is null || Read(amounts.At("DuePyblAmt")) is not { } due || Read(amounts.At("RmtdAmt")) is not { } paid)
            return (null, "");
        var discount = Read(amounts.At("DscntApldAmt", "Amt") ?? amounts.At("DscntApldAmt")) ?? Money.Zero(due.Currency);
        if (paid.Currency != due.Currency || discount.Currency != due.Currency) return (null, "");
        var reasons = amounts.All("AdjstmntAmtAndRsn").Select(a => a.TextAt("Rsn")).Where(r => r.Length > 0).Distinct();
        return due - discount - paid is { IsPositive: true } kept ? (kept, string.Join('+', reasons)) : (null, "");
    }

    private static Money? Read(BankElement? amount) =>
        amount is not null && Currency.TryOf(amount.Currency, out var currency)
        && decimal.TryParse(amount.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Money.TryOf(number, currency, out var money) ? money : null;
}
