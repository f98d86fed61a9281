namespace OrderToCash.Contracts.Tests;

/// <summary>Contracts for tests.</summary>
internal static class AContract
{
    internal static readonly ContractId Id = new("K-2026-1");
    internal static readonly Actor Anna = Actor.Person("anna");
    internal static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    internal static readonly Instant Deadline = At + Duration.FromDays(14);
    internal static readonly PersonId Seller = new("sam");
    internal static readonly PersonId Buyer = new("bea");

    internal static readonly EquatableArray<Signatory> Both =
    [
        new() { Person = Seller, Name = "Sam Seller", Side = ContractSide.Seller },
        new() { Person = Buyer, Name = "Bea Buyer", Side = ContractSide.Buyer },
    ];

    internal static ContractFacts Facts { get; } = new()
    {
        Seller = new()
        {
            Name = "Lamps Ltd",
            Address = new() { Lines = ["1 High Street"], City = "Leeds", PostCode = "LS1 1AA", Country = new("GB") },
        },
        Buyer = new()
        {
            Name = "Müller GmbH", Address = new() { City = "Berlin", Country = new("DE") },
            TaxRegistrations = [new() { Country = new("DE"), Id = "DE136695976" }],
        },
        Orders = [new("SO-1")],
        Lines =
        [
            new()
            {
                Product = new("LAMP"), Specification = "Blue lamp, 40 W", Quantity = Quantity.Pieces(10), DeliveryOn = new(2026, 4, 1),
                Price = UnitPrice.Of(2.55m, Currency.Gbp), Amount = Money.Of(25.50m, Currency.Gbp),
            },
        ],
        Total = Money.Of(25.50m, Currency.Gbp),
        PaymentTerms = "30 days net",
        Term = new() { EffectiveFrom = new(2026, 3, 1), LastDay = new LocalDate(2027, 2, 28), Notice = NoticePeriod.Months(3) },
        Fields = [new() { Name = "conditions", Value = "Goods stay ours until they are paid." }],
    };

    internal static ContractDraft Content { get; } = ContractDraft.From(ContractTemplate.SaleOfGoods, Facts).Value;

    internal static ContractDraft Cheaper { get; } = Content with { Total = Money.Of(20m, Currency.Gbp) };

    internal static Contract Drafted() => Expect.Success(Contract.Draft(Id, new("UK"), new("C-1"), Content, Anna, At)).State;

    internal static Contract Approved() => Expect.Success(Drafted().Approve(1, Anna, At)).State;

    internal static Contract Sent(SigningOrder order = SigningOrder.InParallel) =>
        Expect.Success(Approved().RequestSignatures(Both, order, Deadline, Anna, At)).State;

    internal static Contract Signed()
    {
        var half = Expect.Success(Sent().Sign(Seller, Sent().Latest.Hash, "", Anna, At)).State;
        return Expect.Success(half.Sign(Buyer, half.Latest.Hash, "", Anna, At)).State;
    }
}
