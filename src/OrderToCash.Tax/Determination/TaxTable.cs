namespace OrderToCash.Tax;

/// <summary>The walk over a table of rules: the first that fits decides, one that depends on what is not known refuses.</summary>
internal static class TaxTable
{
    /// <summary>The rules in the order they are asked: those of the host first, built-in ones it replaces left out.</summary>
    internal static IEnumerable<TaxRule> InOrder(EquatableArray<TaxRule> own) => own.IsEmpty
        ? TaxRules.Sorted
        : own.OrderBy(r => r.Priority).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Concat(TaxRules.Sorted.Where(b => !own.Any(r => r.Id == b.Id)));

    /// <summary>What a rule says to a situation; <paramref name="fact"/> is the one that decided it, if one did.</summary>
    internal static RuleAnswer Ask(TaxRule rule, TaxSituation situation, out TaxFact? fact)
    {
        fact = null;
        if (FirstWrongFilter(rule, situation) is not null) return RuleAnswer.Passed;
        TaxFact? unknown = null;
        foreach (var wanted in rule.When)
        {
            var known = situation.Is(wanted);
            if (known == false)
            {
                fact = wanted;
                return RuleAnswer.Passed;
            }
            if (known is null) unknown ??= wanted;
        }
        foreach (var unwanted in rule.Unless)
        {
            var known = situation.Is(unwanted);
            if (known == true)
            {
                fact = unwanted;
                return RuleAnswer.Passed;
            }
            if (known is null) unknown ??= unwanted;
        }
        fact = unknown;
        return unknown is null ? RuleAnswer.Matched : RuleAnswer.Unclear;
    }

    /// <summary>The same, for people.</summary>
    internal static RuleVerdict Explain(TaxRule rule, TaxSituation situation)
    {
        var answer = Ask(rule, situation, out var fact);
        var because = answer switch
        {
            RuleAnswer.Matched => Reasons(rule),
            RuleAnswer.Unclear => $"nobody stated {TaxFacts.Missing(fact!.Value)}",
            _ when FirstWrongFilter(rule, situation) is { } filter => filter,
            _ when rule.When.Contains(fact!.Value) => TaxFacts.NotSo(fact.Value),
            _ => TaxFacts.So(fact!.Value),
        };
        return new() { Rule = rule.Id, Answer = answer, Because = because };
    }

    private static string Reasons(TaxRule rule)
    {
        var reasons = rule.When.Select(TaxFacts.So).Concat(rule.Unless.Select(TaxFacts.NotSo)).ToList();
        if (!rule.Classes.IsEmpty) reasons.Add($"the class is {string.Join(" or ", rule.Classes)}");
        if (!rule.Kinds.IsEmpty) reasons.Add($"the supply is {string.Join(" or ", rule.Kinds)}");
        if (!rule.Schemes.IsEmpty) reasons.Add($"the seller's scheme is {string.Join(" or ", rule.Schemes)}");
        return reasons.Count == 0 ? "it fits everything" : string.Join(", ", reasons);
    }

    private static string? FirstWrongFilter(TaxRule rule, TaxSituation situation)
    {
        var question = situation.Question;
        if (situation.On < rule.From || situation.On > rule.Until) return "it is of another time";
        if (!rule.Kinds.IsEmpty && !rule.Kinds.Contains(question.Kind)) return $"the supply is {question.Kind}";
        if (!rule.Schemes.IsEmpty && !rule.Schemes.Contains(question.Scheme)) return $"the seller's scheme is {question.Scheme}";
        if (!rule.Classes.IsEmpty && !rule.Classes.Contains(question.TaxClass)) return $"the class is {question.TaxClass}";
        if (!rule.ShipFrom.IsEmpty && !rule.ShipFrom.Contains(situation.From.Law)) return $"it begins in {situation.From.Law}";
        if (!rule.ShipTo.IsEmpty && !rule.ShipTo.Contains(situation.To.Law)) return $"it ends in {situation.To.Law}";
        foreach (var tag in rule.Tags)
            if (!question.Tags.Contains(tag)) return $"the tag {tag.Name} is not {tag.Value}";
        return null;
    }
}
