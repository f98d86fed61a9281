using OrderToCash.Benchmarks;
using OrderToCash.Matching;

namespace OrderToCash.Accuracy;

/// <summary>
/// Which payments of a generated set the data can determine. Whoever names what he pays is determined. Whoever names nothing
/// is, when the items of his that nobody else names add up to the amount in one way only: up to three items among sets of no
/// more items; beyond, when no item of an equal amount could stand in for one, and it is all that is due of what is not paid by
/// payments that can be determined, or the two sets of bits (<see cref="SubsetWays"/>) know of no other set. A payer nobody
/// knows, with nothing named, is not.
/// </summary>
internal static class Determinable
{
    private const int MostBySize = 3;

    public static bool[] Of(MatchingData data)
    {
        var isNamed = new bool[data.Items.Count];
        for (var i = 0; i < data.Payments.Length; i++)
            if (IsNaming(data.SaidHow[i]))
                foreach (var item in data.Truth[i]) isNamed[item] = true;
        var byCustomer = Enumerable.Range(0, data.Items.Count).Where(i => !isNamed[i]).ToLookup(i => data.Items[i].Customer);
        var labels = new bool[data.Payments.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = data.Truth[i].Length > MostBySize && !IsNaming(data.SaidHow[i]) || IsDetermined(data, i, byCustomer);
            if (data.Truth[i].Length <= MostBySize && labels[i])
                foreach (var item in data.Truth[i]) isNamed[item] = true;
        }
        var left = Enumerable.Range(0, data.Items.Count).Where(i => !isNamed[i]).ToLookup(i => data.Items[i].Customer);
        for (var i = 0; i < labels.Length; i++)
            if (data.Truth[i].Length > MostBySize && !IsNaming(data.SaidHow[i])) labels[i] = IsDetermined(data, i, left);
        return labels;
    }

    private static bool IsNaming(Said said) => said is not (Said.CustomerNumberOnly or Said.AccountOnly or Said.UnknownAccountAndName
        or Said.SeveralWithoutReference or Said.AllDue);

    private static bool IsDetermined(MatchingData data, int payment, ILookup<CustomerId, int> byCustomer)
    {
        var truth = data.Truth[payment];
        if (truth.Length == 0 || IsNaming(data.SaidHow[payment])) return true;
        if (data.SaidHow[payment] == Said.UnknownAccountAndName) return false;
        var total = data.Payments[payment].Amount.MinorUnits;
        var open = byCustomer[data.Items[truth[0]].Customer].Select(i => (Item: i, Amount: data.Items[i].Amount.MinorUnits)).ToArray();
        if (truth.Length <= MostBySize) return Ways([.. open.Select(o => o.Amount).Order()], total, truth.Length) == 1;
        var mine = truth.ToHashSet();
        // Another item of the same amount could stand in for one of them.
        var amounts = truth.Select(i => data.Items[i].Amount.MinorUnits).ToHashSet();
        if (open.Any(o => !mine.Contains(o.Item) && amounts.Contains(o.Amount))) return false;
        if (data.SaidHow[payment] == Said.AllDue && open.Where(o => data.Items[o.Item].DueDate <= MatchingData.PaidOn).All(o => mine.Contains(o.Item))) return true;
        // A credit note that is taken is one that is not left out: all of them beforehand, and each may come back.
        var credits = open.Where(o => o.Amount < 0).Sum(o => -o.Amount);
        return total + credits <= SubsetWays.MostTotal && SubsetWays.UpToTwo([.. open.Select(o => Math.Abs(o.Amount))], total + credits) == 1;
    }

    // How many sets of at most so many items have the total, 2 for more.
    private static int Ways(ReadOnlySpan<long> sorted, long total, int most)
    {
        var ways = 0;
        foreach (var amount in sorted) ways += amount == total ? 1 : 0;
        if (most >= 2) ways += Pairs(sorted, total);
        if (most >= 3)
            for (var i = 0; i < sorted.Length - 2 && ways < 2; i++) ways += Pairs(sorted[(i + 1)..], total - sorted[i]);
        return Math.Min(ways, 2);
    }

    private static int Pairs(ReadOnlySpan<long> sorted, long total)
    {
        var ways = 0;
        for (int i = 0, j = sorted.Length - 1; i < j && ways < 2;)
        {
            var sum = sorted[i] + sorted[j];
            if (sum < total) i++;
            else if (sum > total) j--;
            else
            {
                ways++;
                if (sorted[i + 1] == sorted[i] || sorted[j - 1] == sorted[j]) ways += j - i > 1 ? 1 : 0;
                i++;
                j--;
            }
        }
        return ways;
    }
}
