namespace OrderToCash.Contracts;

/// <summary>What contracts of a sort say, as data: clauses in order, with merge fields. It has no logic.</summary>
public sealed record ContractTemplate
{
    /// <summary>The host's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>Which edition of it; contracts remember it.</summary>
    public required string Edition { get; init; }

    /// <summary>The clauses, in order.</summary>
    public required EquatableArray<ClauseTemplate> Clauses { get; init; }

    /// <summary>
    /// Sale of goods in English: parties, goods, delivery, price and payment, term, general conditions. General wording that a
    /// lawyer of the seller has to approve before use.
    /// </summary>
    public static ContractTemplate SaleOfGoods { get; } = new()
    {
        Name = "sale-of-goods", Edition = "1",
        Clauses =
        [
            Clause("parties", ClauseKind.Parties, "Parties",
                "{{seller.name}}, {{seller.address}} (the seller) and {{buyer.name}}, {{buyer.address}} (the buyer)."),
            Clause("goods", ClauseKind.Specification, "Goods", "The seller delivers, under order {{orders}}:\n{{products}}"),
            Clause("delivery", ClauseKind.Delivery, "Delivery", "The goods are delivered as follows:\n{{deliveries}}"),
            Clause("price", ClauseKind.Price, "Price and payment",
                "The prices are:\n{{prices}}\nIn total {{total}} without tax. Payment: {{payment.terms}}."),
            Clause("term", ClauseKind.Terms, "Term", "This contract holds from {{term.start}}."),
            Clause("conditions", ClauseKind.Terms, "Conditions", "{{conditions}}"),
        ],
    };

    private static ClauseTemplate Clause(string key, ClauseKind kind, string heading, string text) =>
        new() { Key = key, Kind = kind, Heading = heading, Text = text };
}
