namespace OrderToCash.Invoicing;

/// <summary>What a credit note consists of before its tax is known.</summary>
/// <param name="Lines">The lines, ordered by the invoice's line.</param>
/// <param name="AllowancesCharges">The document's allowances and charges, ordered by position.</param>
/// <param name="Shares">Bases and taxes, where an amount with tax was asked for; empty where tax follows the nets.</param>
internal sealed record CreditItems(EquatableArray<CreditNoteLine> Lines,
    EquatableArray<CreditNoteAllowanceCharge> AllowancesCharges, EquatableArray<TaxShare> Shares)
{
    internal bool IsNothing => Lines.All(l => l.Net.IsZero) && AllowancesCharges.All(a => a.Item.Amount.IsZero)
        && Shares.All(s => s.Base.IsZero && s.Tax.IsZero);

    internal HashSet<(TaxCategory, Percentage)> Groups() =>
    [
        .. Lines.Select(l => (l.Tax.Category, l.Tax.Rate)),
        .. AllowancesCharges.Select(a => (a.Item.Tax!.Category, a.Item.Tax.Rate)),
    ];
}
