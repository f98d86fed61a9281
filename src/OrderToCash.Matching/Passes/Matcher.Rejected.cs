namespace OrderToCash.Matching;

/// <summary>
/// What a person said a payment is not for does not exist for it: neither by name nor by amount, neither applied nor suggested.
/// </summary>
internal sealed partial class Matcher
{
    // Positions of the rejected items of those payments that have some; null when nobody rejected anything.
    private Dictionary<int, int[]>? rejected;

    private void FindRejected()
    {
        var wanted = new Dictionary<OpenItemId, int>();
        for (var i = 0; i < payments.Count; i++)
            foreach (var item in payments.Rejected(i)) wanted.TryAdd(item, -1);
        if (wanted.Count == 0) return;
        for (var item = 0; item < book.Length; item++)
            if (book.IsLive(item) && wanted.ContainsKey(book.Ids[item])) wanted[book.Ids[item]] = item;
        rejected = [];
        for (var i = 0; i < payments.Count; i++)
        {
            var items = new List<int>();
            foreach (var item in payments.Rejected(i))
                if (wanted[item] is >= 0 and var at && !items.Contains(at)) items.Add(at);
            if (items.Count > 0) rejected.Add(i, [.. items]);
        }
    }

    private bool IsRejecting(int payment) => rejected is not null && rejected.ContainsKey(payment);

    private bool IsRejected(int payment, int item) =>
        rejected is not null && rejected.TryGetValue(payment, out var items) && items.Contains(item);

    // Whoever names what it is not for, and nothing else, is left to a person.
    private void DropRejected(ref PaymentState row, int payment)
    {
        var kept = row.NamedStart;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
            if (!IsRejected(payment, namings[i].Item)) namings[kept++] = namings[i];
        row.IsMisnamed |= kept < row.NamedStart + row.NamedCount;
        row.NamedCount = kept - row.NamedStart;
    }

    // While the payment is looked at, the items are as good as settled: no sum has them, and none of them is a twin.
    private HiddenItems Hide(int payment) =>
        rejected is not null && rejected.TryGetValue(payment, out var items) ? new(this, items) : default;

    private readonly ref struct HiddenItems
    {
        private readonly Matcher? matcher;
        private readonly int[] items;
        private readonly ItemState[] before;

        public HiddenItems(Matcher matcher, int[] items)
        {
            (this.matcher, this.items, before) = (matcher, items, new ItemState[items.Length]);
            for (var i = 0; i < items.Length; i++)
            {
                ref var state = ref matcher.states.Touch(items[i]);
                before[i] = state;
                (state.Cleared, state.IsTakenByAmount) = (matcher.book.Items[items[i]].Open, false);
            }
        }

        public void Dispose()
        {
            if (matcher is null) return;
            for (var i = 0; i < items.Length; i++) matcher.states.Touch(items[i]) = before[i];
        }
    }
}
