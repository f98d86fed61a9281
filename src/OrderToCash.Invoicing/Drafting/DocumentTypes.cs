namespace OrderToCash.Invoicing;

/// <summary>What is known of the types of UNCL 1001 that this package makes.</summary>
internal sealed record DocumentTypes(DocumentType Type, string Title, bool IsCredit, bool IsPosted, bool CitesOriginal)
{
    private static readonly DocumentTypes[] Table =
    [
        new(DocumentType.Invoice, "Invoice", false, true, false),
        new(DocumentType.Prepayment, "Prepayment invoice", false, true, false),
        new(DocumentType.SelfBilled, "Self-billed invoice", false, true, false),
        new(DocumentType.Partial, "Partial invoice", false, true, false),
        new(DocumentType.Factored, "Factored invoice", false, true, false),
        new(DocumentType.FeeNote, "Fees and interest", false, true, false),
        new(DocumentType.Corrective, "Corrected invoice", false, true, true),
        new(DocumentType.DebitNote, "Debit note", false, true, true),
        new(DocumentType.CreditNote, "Credit note", true, false, true),
        new(DocumentType.SelfBilledCreditNote, "Self-billed credit note", true, false, true),
        new(DocumentType.ProForma, "Pro forma invoice", false, false, false),
    ];

    internal static DocumentTypes? Find(DocumentType type)
    {
        foreach (var row in Table)
            if (row.Type == type) return row;
        return null;
    }
}
