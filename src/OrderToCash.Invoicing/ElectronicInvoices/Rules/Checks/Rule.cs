namespace OrderToCash.Invoicing;

/// <summary>True when the subject keeps the rule.</summary>
internal delegate bool Holds<in T>(T subject, in DocumentFacts facts);

/// <summary>What is wrong, in a sentence; asked only when the rule is broken.</summary>
internal delegate string Says<in T>(T subject, in DocumentFacts facts);

/// <summary>One rule about one kind of subject: a row of the rule tables.</summary>
internal sealed class Rule<T>
{
    internal Rule(string id, string term, string field, Holds<T> holds, Says<T> says)
    {
        (Id, Term, Field, Holds, Says) = (id, term, field, holds, says);
    }

    internal Rule(string id, string term, string field, Holds<T> holds, string says)
        : this(id, term, field, holds, (_, in _) => says)
    {
    }

    internal string Id { get; }

    internal string Term { get; }

    /// <summary>The property of the subject, as a path; empty for the subject itself.</summary>
    internal string Field { get; }

    internal Holds<T> Holds { get; }

    internal Says<T> Says { get; }

    internal RuleSeverity Severity { get; init; } = RuleSeverity.Fatal;

    /// <summary>Any one of them makes the rule hold.</summary>
    internal RuleSets Sets { get; init; } = RuleSets.En16931;

    /// <summary>
    /// The rule looks at the check digit of a number in a register: official verdicts on documents of others keep it to a
    /// warning.
    /// </summary>
    internal bool IsCheckDigit { get; init; }

    /// <summary>The rule of this library about exactness: its severity follows the strictness.</summary>
    internal bool IsExactness { get; init; }
}
