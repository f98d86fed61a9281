namespace OrderToCash.Contracts;

/// <summary>What one version of a contract says, whole.</summary>
public sealed partial record ContractDraft
{
    /// <summary>Who delivers and invoices.</summary>
    public required Party Seller { get; init; }

    /// <summary>Who receives and pays.</summary>
    public required Party Buyer { get; init; }

    /// <summary>The orders the contract governs.</summary>
    public required EquatableArray<OrderId> Orders { get; init; }

    /// <summary>The total without tax.</summary>
    public required Money Total { get; init; }

    /// <summary>From when to when.</summary>
    public required ContractTerm Term { get; init; }

    /// <summary>The clauses, in order.</summary>
    public required EquatableArray<ContractClause> Clauses { get; init; }

    /// <summary>The template it was made from, with its edition; empty when it was written by hand.</summary>
    public string Template { get; init => field = value ?? ""; } = "";

    /// <summary>Fills a template with the facts of an order.</summary>
    /// <remarks>Finds everything at once: <c>contract.merge-field-unknown</c>, <c>contract.merge-field-missing</c>,
    /// <c>contract.merge-field-malformed</c>, <c>contract.merge-field-twice</c>, and what <see cref="Check"/> finds.</remarks>
    public static Result<ContractDraft> From(ContractTemplate template, ContractFacts facts)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(facts);
        var findings = new List<DomainError>();
        var fields = MergeFields.Of(facts, findings);
        var clauses = new List<ContractClause>();
        for (var i = 0; i < template.Clauses.Count; i++)
        {
            var clause = template.Clauses[i];
            clauses.Add(new()
            {
                Key = clause.Key, Kind = clause.Kind,
                Heading = fields.Fill(clause.Heading, $"clauses[{i}].heading", findings),
                Text = fields.Fill(clause.Text, $"clauses[{i}].text", findings),
            });
        }
        var draft = new ContractDraft
        {
            Seller = facts.Seller, Buyer = facts.Buyer, Orders = facts.Orders, Total = facts.Total, Term = facts.Term,
            Clauses = clauses.ToEquatableArray(), Template = $"{template.Name}/{template.Edition}",
        };
        findings.AddRange(draft.Check());
        return Result.Validated(draft, findings);
    }

    /// <summary>
    /// Finds <c>contract.party-without-name</c>, <c>contract.without-clauses</c>, <c>contract.clause-twice</c>,
    /// <c>contract.order-twice</c>, and what is wrong with the term.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(Seller.Name))
            findings.Add(ContractErrors.PartyWithoutName.At("seller.name", ("side", ContractSide.Seller)));
        if (string.IsNullOrWhiteSpace(Buyer.Name))
            findings.Add(ContractErrors.PartyWithoutName.At("buyer.name", ("side", ContractSide.Buyer)));
        if (Clauses.IsEmpty) findings.Add(ContractErrors.WithoutClauses.At("clauses"));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Clauses.Count; i++)
            if (!keys.Add(Clauses[i].Key))
                findings.Add(ContractErrors.ClauseTwice.At($"clauses[{i}].key", ("key", Clauses[i].Key)));
        var orders = new HashSet<OrderId>();
        for (var i = 0; i < Orders.Count; i++)
            if (!orders.Add(Orders[i])) findings.Add(ContractErrors.OrderTwice.At($"orders[{i}]", ("order", Orders[i])));
        foreach (var finding in Term.Check()) findings.Add(finding.Below("term"));
        return findings.ToEquatableArray();
    }
}
