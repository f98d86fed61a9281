namespace OrderToCash.Invoicing.Tests;

/// <summary>A valid document with one thing wrong: this rule must speak, and only those that cannot but speak with it.</summary>
public sealed record RuleMutation(string Rule, RuleSets Sets, Func<InvoiceDocument> Valid, Func<InvoiceDocument, InvoiceDocument> Change, string[] Also)
{
    public const RuleSets En = RuleSets.En16931, Peppol = RuleSets.En16931 | RuleSets.Peppol, XRechnung = RuleSets.En16931 | RuleSets.XRechnung;

    public static RuleMutation Of(string rule, Func<InvoiceDocument, InvoiceDocument> change, params string[] also) =>
        new(rule, En, () => ADocument.Valid(), change, also);

    public static RuleMutation From(Func<InvoiceDocument> valid, string rule, Func<InvoiceDocument, InvoiceDocument> change, params string[] also) =>
        new(rule, En, valid, change, also);

    public static RuleMutation OfPeppol(string rule, Func<InvoiceDocument, InvoiceDocument> change, params string[] also) =>
        new(rule, Peppol, () => ADocument.Valid(InvoiceProfile.PeppolBilling3), change, also);

    public static RuleMutation OfXRechnung(string rule, Func<InvoiceDocument, InvoiceDocument> change, params string[] also) =>
        new(rule, XRechnung, () => ADocument.Valid(InvoiceProfile.XRechnung3), change, also);

    public static RuleMutation Within(Func<InvoiceDocument> valid, string rule, Func<InvoiceDocument, InvoiceDocument> change, params string[] also) =>
        new(rule, Peppol, valid, change, also);
}
