namespace OrderToCash.Invoicing.Tests;

/// <summary>Every rule speaks when it should, and no other one does.</summary>
public sealed class RuleMutationTests
{
    private static readonly RuleMutation[] All = [.. En16931Mutations.All, .. CategoryMutations.All, .. ProfileMutations.All];

    public static TheoryData<string> Cases => new(All.Select((m, i) => $"{m.Rule} #{i}"));

    [Theory, MemberData(nameof(Cases))]
    public void Broken_rule_is_found(string name)
    {
        var mutation = All[int.Parse(name[(name.IndexOf('#', StringComparison.Ordinal) + 1)..], System.Globalization.CultureInfo.InvariantCulture)];
        var options = new RuleOptions { Sets = mutation.Sets, Strictness = RuleStrictness.Exact };
        Assert.Empty(En16931Rules.Check(mutation.Valid(), options).Where(f => f.Severity != RuleSeverity.Information && !IsStated(mutation, f)));
        var found = En16931Rules.Check(mutation.Change(mutation.Valid()), options);
        Assert.Contains(mutation.Rule, found.Select(f => f.Rule));
        Assert.Empty(found.Where(f => f.Rule != mutation.Rule && !mutation.Also.Contains(f.Rule)));
        Assert.All(found, f => Assert.False(string.IsNullOrWhiteSpace(f.Message) || f.Message.Contains("{", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_rule_has_a_document_that_breaks_it()
    {
        var broken = All.Select(m => m.Rule).ToHashSet();
        Assert.Equal("", string.Join(" ", En16931Rules.All.Select(r => r.Rule).Distinct().Where(r => !broken.Contains(r))));
        var known = En16931Rules.All.Select(r => r.Rule).ToHashSet();
        Assert.Equal("", string.Join(" ", broken.Where(r => !known.Contains(r))));
    }

    // A base that can't keep every rule names the exception in the row.
    private static bool IsStated(RuleMutation mutation, RuleFinding finding) => mutation.Also.Contains(finding.Rule);
}
