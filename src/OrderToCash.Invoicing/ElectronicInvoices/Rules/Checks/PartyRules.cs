using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>The rules of EN 16931 about any party, whatever its part.</summary>
internal static class PartyRules
{
    internal static readonly Rule<DocumentParty>[] All =
    [
        new("BR-CO-09", "BT-31", "vatId", (p, in _) => p.VatId is not { } id || HasCountryPrefix(id),
            (p, in _) => $"The VAT id {Show(p.VatId)} does not start with a country."),
        new("BR-CL-10", "BT-29-1", "ids", (p, in f) =>
            HasListedIds(p, f), "An identifier has a scheme that is not in ISO 6523 ICD."),
        new("BR-CL-11", "BT-30-1", "legalId.scheme", (p, in f) =>
                p.LegalId?.Scheme is not { } s || CodeLists.Icd.Has(s) || CodeRules.IsDiga(s, f),
            (p, in _) => CodeRules.Unlisted(p.LegalId!.Scheme, "ISO 6523 ICD")),
        new("BR-CL-25", "BT-34-1", "endpoint.scheme", (p, in f) =>
                p.Endpoint?.Scheme is not { } s || CodeLists.Eas.Has(s) || CodeRules.IsDiga(s, f),
            (p, in _) => CodeRules.Unlisted(p.Endpoint!.Scheme, "the CEF electronic address schemes")),
    ];

    // The official rule asks whether the first two characters occur in the list, so does this.
    private static bool HasCountryPrefix(string vatId) =>
        CodeLists.VatPrefixes.AsSpan().Contains(vatId.AsSpan(0, Math.Min(2, vatId.Length)), StringComparison.Ordinal);

    // SEPA marks the creditor identifier of a seller or payee.
    private static bool HasListedIds(DocumentParty party, in DocumentFacts facts)
    {
        var mayCollect = ReferenceEquals(party, facts.Document.Seller) || ReferenceEquals(party, facts.Document.Payee);
        foreach (var id in party.Ids)
            if (id.Scheme is { } scheme && !CodeLists.Icd.Has(scheme) && !CodeRules.IsDiga(scheme, facts)
                && !(mayCollect && Is(scheme, "SEPA"))) return false;
        return true;
    }
}
