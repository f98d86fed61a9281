namespace OrderToCash.Receivables;

/// <summary>Uses a customer's credit for what he owes: pure, in a fixed order.</summary>
public static class CreditUse
{
    /// <summary>
    /// The applications that use credit for what is owed and not disputed: the oldest credit first, for what is due first.
    /// Deposits are left alone: they belong to their prepayment invoices.
    /// </summary>
    /// <param name="items">Items of one customer in one legal entity; currencies don't mix.</param>
    /// <param name="disputed">What is kept apart of the items.</param>
    /// <param name="on">The business date; credits and debits of later dates are left alone.</param>
    /// <param name="source">What makes the ids of the applications unique.</param>
    public static EquatableArray<ApplicationRequest> Plan(
        EquatableArray<OpenItem> items, EquatableArray<DisputedPart> disputed, LocalDate on, string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        var credits = items
            .Where(i => i.Kind is OpenItemKind.Payment or OpenItemKind.CreditNote && i.DocumentDate <= on && !i.Open.IsZero)
            .OrderBy(i => i.DocumentDate).ThenBy(i => i.Id)
            .Select(i => (Item: i, Left: i.Spendable)).ToArray();
        var requests = new List<ApplicationRequest>();
        foreach (var debit in items.Where(i => i.IsDebit && i.IsOfAccount && i.DocumentDate <= on)
            .OrderBy(i => i.DueDate).ThenBy(i => i.DocumentNumber, StringComparer.Ordinal).ThenBy(i => i.Id))
        {
            var owed = debit.Open - DisputeEffects.DisputedOf(debit.Open, debit.Id, disputed);
            for (var i = 0; i < credits.Length && owed.IsPositive; i++)
            {
                if (credits[i].Left.Currency != owed.Currency || !credits[i].Left.IsPositive) continue;
                var amount = Money.Min(owed, credits[i].Left);
                (owed, credits[i].Left) = (owed - amount, credits[i].Left - amount);
                requests.Add(new()
                {
                    Id = new($"{source}>{requests.Count + 1}"), Credit = credits[i].Item.Id, Debit = debit.Id, Amount = amount,
                });
            }
        }
        return requests.ToEquatableArray();
    }
}
