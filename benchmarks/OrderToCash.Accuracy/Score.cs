using System.Globalization;

namespace OrderToCash.Accuracy;

/// <summary>
/// score: decisions against the truth. A payment is right when it was applied to exactly the items it was for; recall at three
/// asks whether the true set is what was applied or one of the three alternatives, by their rank where the file has one.
/// </summary>
internal static class Score
{
    private const int MaxListed = 60;

    private sealed record Truth(string Kind, string Noise, string Customer, HashSet<string> Items);

    private sealed record Decided(string Outcome, List<(HashSet<string> Items, string Reason, decimal Confidence, decimal Amount, int Rank)> Ranked);

    public static void Run(Arguments arguments, Rejections rejections)
    {
        var truth = Truths(arguments, rejections);
        var decisions = Decisions(Csv.Read(arguments.File("decisions"), rejections, "payment_id", "outcome", "invoice_ids", "amounts", "confidence", "reason"));
        var part = arguments.OneOf("part", "all", "all", "tuning", "held-out");
        var list = arguments.OneOf("list", "wrong", "wrong", "left", "none");
        if (part != "all" && truth.Values.All(t => t.Customer.Length == 0))
            throw new UsageException("--part needs --invoices: the truth does not name the customers.");
        var asked = truth.Where(t => part == "all" || IsHeldOut(t.Value.Customer) == (part == "held-out")).ToList();
        Console.WriteLine($"| {part} | payments | applied | right | wrong | precision of applied | of allocations | wrong money of applied | fully right | at three | at three of the rest |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in asked.GroupBy(t => $"{t.Value.Kind} {t.Value.Noise}").OrderBy(g => g.Key, StringComparer.Ordinal))
            Line(group.Key, [.. group], decisions);
        Line("**all**", asked, decisions);
        Calibration(asked, decisions);
        List(asked, decisions, list);
    }

    /// <summary>Two of five customers are held out: those whose number hashes so (FNV-1a of its characters, modulo five).</summary>
    private static bool IsHeldOut(string customer) =>
        customer.Aggregate(2166136261U, (hash, c) => unchecked((hash ^ c) * 16777619U)) % 5 < 2;

    private static void Line(string name, List<KeyValuePair<string, Truth>> asked, Dictionary<string, Decided> decisions)
    {
        var (applied, right, atThree, restAtThree) = (0, 0, 0, 0);
        var (allocations, rightAllocations, money, wrongMoney) = (0, 0, 0m, 0m);
        foreach (var (payment, truth) in asked)
        {
            if (!decisions.TryGetValue(payment, out var decided)) continue;
            var isApplied = decided.Outcome == "applied";
            var isFound = decided.Outcome != "none" && decided.Ranked.Take(isApplied ? 1 : 3).Any(r => r.Items.SetEquals(truth.Items));
            if (isApplied)
            {
                allocations += decided.Ranked[0].Items.Count;
                rightAllocations += decided.Ranked[0].Items.Count(truth.Items.Contains);
                money += decided.Ranked[0].Amount;
                wrongMoney += isFound ? 0 : decided.Ranked[0].Amount;
            }
            applied += isApplied ? 1 : 0;
            right += isApplied && isFound ? 1 : 0;
            atThree += isFound ? 1 : 0;
            restAtThree += !isApplied && isFound ? 1 : 0;
        }
        Console.WriteLine($"| {name} | {asked.Count} | {applied} | {right} | {applied - right} | {Percent(right, applied)} | "
            + $"{Percent(rightAllocations, allocations)} | {Percent(wrongMoney, money)} | {Percent(right, asked.Count)} | {Percent(atThree, asked.Count)} | {Percent(restAtThree, asked.Count - applied)} |");
    }

    private static void Calibration(List<KeyValuePair<string, Truth>> asked, Dictionary<string, Decided> decisions)
    {
        Console.WriteLine("\n| confidence of applied | payments | right |\n|---|---|---|");
        var applied = asked.Where(t => decisions.TryGetValue(t.Key, out var d) && d.Outcome == "applied");
        foreach (var group in applied.GroupBy(t => decimal.Floor(decisions[t.Key].Ranked[0].Confidence * 200) / 200).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| from {group.Key:0.000} | {group.Count()} | {Percent(group.Count(t => decisions[t.Key].Ranked[0].Items.SetEquals(t.Value.Items)), group.Count())} |"));
    }

    private static void List(List<KeyValuePair<string, Truth>> asked, Dictionary<string, Decided> decisions, string which)
    {
        if (which == "none") return;
        var listed = 0;
        Console.WriteLine($"\n{which}:");
        foreach (var (payment, truth) in asked)
        {
            var decided = decisions.GetValueOrDefault(payment);
            var isApplied = decided?.Outcome == "applied";
            var isListed = which == "wrong" ? isApplied && !decided!.Ranked[0].Items.SetEquals(truth.Items) : !isApplied;
            if (!isListed || listed++ == MaxListed) continue;
            Console.WriteLine($"{payment} {truth.Kind} {truth.Noise}: is for [{string.Join(' ', truth.Items)}]; {decided?.Ranked[0].Reason}");
        }
        Console.WriteLine($"{listed} in all");
    }

    private static string Percent(decimal part, decimal whole) =>
        whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.000} %");

    private static Dictionary<string, Truth> Truths(Arguments arguments, Rejections rejections)
    {
        var file = Csv.Read(arguments.File("truth"), rejections);
        return file.Has("invoice_seqs") ? NaturalTruths(file) : LabelledTruths(file, Customers(arguments, rejections));
    }

    private static Dictionary<string, Truth> NaturalTruths(Csv file)
    {
        var truths = new Dictionary<string, Truth>(StringComparer.Ordinal);
        for (var i = 0; i < file.Count; i++)
        {
            var (items, customer, payment) = (Csv.List(file.Field(i, "invoice_seqs")), file.Field(i, "cust_number"), file.Id(i, "payment_id"));
            if (file.IsRefused(i)) continue;
            var kind = items.Length == 1 ? "one item" : items.Length <= 3 ? "two or three items" : "more items";
            if (!truths.TryAdd(payment, new(kind, "", customer, [.. items]))) file.Refuse(i, CsvErrors.Twice.At("payment_id", ("value", payment)));
        }
        return truths;
    }

    private static Dictionary<string, Truth> LabelledTruths(Csv file, Dictionary<string, string> customers)
    {
        var truths = new Dictionary<string, Truth>(StringComparer.Ordinal);
        for (var i = 0; i < file.Count; i++)
        {
            var (items, payments) = (Csv.List(file.Field(i, "invoice_ids")), Csv.List(file.Field(i, "payment_ids")));
            var (kind, noise) = (file.Field(i, "match_category"), string.Join(" + ", Csv.List(file.Field(i, "perturbation_categories"))));
            if (payments.Length == 0) file.Refuse(i, CsvErrors.Id.At("payment_ids", ("value", file.Field(i, "payment_ids"))));
            if (file.IsRefused(i)) continue;
            foreach (var payment in payments)
                truths.TryAdd(payment, new(kind, noise, items.Length == 0 ? "" : customers.GetValueOrDefault(items[0], ""), [.. items]));
        }
        return truths;
    }

    private static Dictionary<string, string> Customers(Arguments arguments, Rejections rejections)
    {
        var customers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (arguments.Or("invoices", "").Length == 0) return customers;
        var (invoices, ids) = (Csv.Read(arguments.File("invoices"), rejections), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < invoices.Count; i++)
        {
            var (customer, id) = (invoices.Id(i, "Customer ID"), invoices.Id(i, "invoice_id", ids));
            if (!invoices.IsRefused(i)) customers.Add(id, customer);
        }
        return customers;
    }

    private static decimal Amounts(Csv file, int row)
    {
        var sum = 0m;
        foreach (var text in Csv.List(file.Field(row, "amounts")))
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) <= Money.MaxMinorUnits)
                sum += amount;
            else file.Refuse(row, CsvErrors.Amount.At("amounts", ("value", text)));
        return sum;
    }

    private static Dictionary<string, Decided> Decisions(Csv file)
    {
        var decisions = new Dictionary<string, Decided>(StringComparer.Ordinal);
        for (var i = 0; i < file.Count; i++)
        {
            var (payment, outcome) = (file.Id(i, "payment_id"), file.Word(i, "outcome", "applied", "suggested", "none"));
            var (confidence, amounts) = (file.Share(i, "confidence"), Amounts(file, i));
            var rank = file.Has("rank") ? file.Rank(i, "rank") : 0;
            if (file.IsRefused(i)) continue;
            if (!decisions.TryGetValue(payment, out var decided)) decisions.Add(payment, decided = new(outcome, []));
            var at = rank == 0 ? -1 : decided.Ranked.FindIndex(r => r.Rank > rank);
            decided.Ranked.Insert(at < 0 ? decided.Ranked.Count : at,
                ([.. Csv.List(file.Field(i, "invoice_ids"))], file.Field(i, "reason"), confidence, amounts, rank));
        }
        return decisions;
    }
}
