using OrderToCash.Orders;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public class DiscountApprovalTests
{
    private static readonly LegalEntity Strict = Seller with
    {
        Orders = OrderPolicy.Standard with
        {
            Pricing = PricingPolicy.Standard with
            {
                Name = "2025",
                Coupons = [new() { Code = new("ONCE"), Amount = Eur(5), IsOncePerCustomer = true }],
                Fees =
                [
                    new() { Id = "FREIGHT", Kind = FeeKind.Freight, Currency = Currency.Eur, Basis = FeeBasis.GoodsAfterLineDiscounts,
                        Tiers = [new() { Amount = Eur(10) }], TaxClass = "standard" },
                ],
            },
            DiscountAuthority =
            [
                new() { Name = "1", Levels = [new() { Role = "manager", LineDiscount = Percentage.Of(20), AverageDiscount = Percentage.Of(20), Amounts = [Eur(500)] }] },
            ],
        },
    };

    [Fact]
    public async Task A_discount_waits_for_somebody_else_with_the_role()
    {
        var asked = new List<Money?>();
        var business = new ABusiness(authorization: new Listening(asked), seller: Strict);
        await business.OpenCustomerAsync();
        var order = Expect.Success(await business.Orders.CaptureAsync(new()
        {
            Id = business.Next(), By = Anna, Terms = Terms("SO-1"), Lines = [Line(1, 10, 100) with { Discount = Percentage.Of(15) }],
        }));
        Assert.Equal("manager", Assert.Single(order.Holds).NeedsRole);
        Expect.Refused(PricingErrors.MakerIsChecker, await Approve(business, Anna));
        Expect.Success(await Approve(business, Bert));
        Expect.Success(await business.Orders.ConfirmAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-1"), On = Monday }));
        Expect.Success(await business.Orders.ShipAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-1"), Shipment = new("S-1"), On = Monday }));
        Assert.Contains(Eur(150), asked);
    }

    [Fact]
    public async Task Freight_leaves_with_the_first_goods_and_is_billed_and_owed_once()
    {
        var business = new ABusiness(seller: Strict);
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: [(10, 10m), (5, 20m)]));
        Expect.Success(await business.Orders.ConfirmAsync(new() { Id = business.Next(), By = Anna, Order = new("SO-1"), On = Monday }));
        var nets = new List<Money>();
        foreach (var (line, shipment) in new[] { (1, "S-1"), (2, "S-2") })
        {
            var shipped = Expect.Success(await business.Orders.ShipAsync(new()
            {
                Id = business.Next(), By = Anna, Order = new("SO-1"), Shipment = new(shipment), On = Monday,
                Lines = [new() { Line = new($"{line}"), Quantity = Quantity.Pieces(line == 1 ? 10 : 5) }],
            }));
            Assert.Equal(Quantity.Pieces(1), shipped.Lines[^1].Shipped);
            var billed = Expect.Success(await business.Billing.BillAsync(new()
            {
                Id = business.Next(), By = Anna, Order = new("SO-1"), Invoice = new($"I-{shipment}"), DocumentDate = Monday, TaxPoint = Monday,
                Shipment = new(shipment),
            }));
            nets.Add(billed.Invoice.Totals.Net);
        }
        Assert.Equal([Eur(110), Eur(100)], nets);
        var account = await business.Books.LoadAsync<OrderToCash.Credit.CreditAccount>(Streams.Credit(Id, new("C-7")));
        Assert.Equal(Eur(210 * 1.19m), account!.State.Exposure.Total);
    }

    [Fact]
    public async Task The_facts_of_pricing_come_with_the_command()
    {
        var business = new ABusiness(seller: Strict);
        await business.OpenCustomerAsync();
        var first = Expect.Success(await Capture("SO-1", default));
        var use = Assert.Single(first.CouponUses);
        var second = Expect.Success(await Capture("SO-2", new() { CouponUses = [use] }));
        Assert.Empty(second.CouponUses);
        Expect.Found(PricingErrors.CouponAlreadyUsed, second.Findings.Select(f => f.Error));

        ValueTask<Result<Order>> Capture(string order, PricingFacts facts) => business.Orders.CaptureAsync(new()
        {
            Id = business.Next(), By = Anna, Terms = Terms(order) with { Coupons = [new("ONCE")] }, Lines = [Line(1, 10, 100)], Pricing = facts,
        });
    }

    private static ValueTask<Result<Order>> Approve(ABusiness business, Actor by) => business.Orders.ApproveDiscountsAsync(new()
    {
        Id = business.Next(), By = by, Order = new("SO-1"), Roles = ["manager"], On = Monday, Reason = "loyal customer",
    });

    private sealed class Listening(List<Money?> asked) : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question)
        {
            if (question.Command is ApproveDiscounts) asked.Add(question.Amount);
            return true;
        }
    }
}
