using System.Globalization;
using OrderToCash.Receivables;

namespace OrderToCash.Accuracy;

/// <summary>What one engine did with all payments, judged by the truth: sets of items, and single allocations.</summary>
internal sealed class EngineLine(string name, List<HashSet<OpenItemId>> applied, List<HashSet<OpenItemId>> truth, bool[] isDeterminable, decimal[] amounts)
{
    public const string Head = """
        | engine | applied | wrong | precision of payments | precision of allocations | wrong money | straight through |
        |---|---|---|---|---|---|---|
        """;

    /// <summary>Applied, and not to exactly the true items; or the data does not say to which, so that right is luck.</summary>
    public bool IsWrong(int payment) => applied[payment].Count > 0
        && (!applied[payment].SetEquals(truth[payment]) || !isDeterminable[payment]);

    public bool IsRight(int payment) => applied[payment].Count > 0 && !IsWrong(payment);

    public bool IsApplied(int payment) => applied[payment].Count > 0;

    /// <summary>The line of some payments.</summary>
    public string Row(List<int> payments) => $"| {name} | {Figures(payments)} |";

    /// <summary>The figures of some payments, as cells.</summary>
    public string Figures(List<int> payments)
    {
        var (count, wrong) = (payments.Count(IsApplied), payments.Count(IsWrong));
        var allocations = payments.Sum(i => applied[i].Count);
        var rightAllocations = payments.Where(i => isDeterminable[i]).Sum(i => applied[i].Count(truth[i].Contains));
        var money = payments.Sum(i => amounts[i]);
        var wrongMoney = payments.Where(IsWrong).Sum(i => amounts[i]);
        var payable = payments.Count(i => truth[i].Count > 0 && isDeterminable[i]);
        return string.Create(CultureInfo.InvariantCulture,
            $"{count} | {wrong} | {Percent(count - wrong, count)} | {Percent(rightAllocations, allocations)} | {Percent(wrongMoney, money)} | {Percent(payments.Count(IsRight), payable)}");
    }

    public static string Percent(decimal part, decimal whole) =>
        whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.000} %");
}
