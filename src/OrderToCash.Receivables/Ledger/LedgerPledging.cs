namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    // What a factor lent on stays open until he has it, and what he got stays got: his assignment alone decides otherwise.
    private void CheckPledge(Touched touched)
    {
        if (touched.Before.Pledge is not { } pledge) return;
        if (touched.Open < pledge.Outstanding && touched.Open < touched.Before.Open)
            Refuse(touched, pledge, FormattableString.Invariant(
                $"of the {touched.Before.Open} open {pledge.Outstanding} are his, {touched.Open} would be left"));
        foreach (var e in touched.Events)
            if (e is OpenItemUnapplied unapplied && unapplied.Applications.Any(pledge.Applications.Contains))
                Refuse(touched, pledge, "what it takes back was passed on to him");
    }

    private void Refuse(Touched touched, ItemPledge pledge, string what) => Refuse(LedgerErrors.Pledged.At("items",
        ("item", touched.Item.Id), ("assignment", pledge.Assignment), ("what", what)));
}
